# Debian 12 with Node 24. The set-up is the same as anywhere: it installs LibreOffice and fonts, and fetches or
# builds the media worker.
FROM node:24-bookworm-slim

ENV XDG_CACHE_HOME=/opt/cache SCORE_DATA=/data
WORKDIR /app
COPY . .
RUN npm run setup && rm -rf /var/lib/apt/lists/* \
 && node --input-type=module -e "import { buildClient } from './scripts/launch/clientBuild.mjs'; await buildClient(process.env)"

VOLUME /data
EXPOSE 3000/tcp 40000-40001/udp 40000-40001/tcp
HEALTHCHECK --start-period=60s CMD node -e "fetch('http://127.0.0.1:3000/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"
CMD ["node", "scripts/start.mjs"]
