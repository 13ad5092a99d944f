import './ui/tokens.css';
import './ui/base.css';
import { lazy, type ReactElement, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { startSpeaking } from './i18n/speak.ts';
import { prepareVoices } from './media/voices.ts';
import { usePath } from './pages/address.ts';
import { JoinPage } from './pages/join/JoinPage.tsx';
import { openLinkAhead } from './pages/join/openLink.ts';
import { NoPage } from './pages/NoPage.tsx';
import { Announcer } from './ui/Announcer.tsx';
import { keepInstallOffer } from './ui/install.ts';
import { lazyPage } from './ui/lazily.ts';
import { Waiting } from './ui/Spinner.tsx';
import { ToastRegion } from './ui/ToastRegion.tsx';
import { applyTheme } from './ui/theme.ts';

const ClassPage = lazyPage(() => import('./pages/class/ClassPage.tsx'));
// Vite replaces DEV by a constant, so that a production build holds nothing of the kit.
const UiKit = import.meta.env.DEV ? lazy(() => import('./pages/UiKit.tsx')) : null;

function App(): ReactElement {
  return (
    <>
      <Suspense fallback={<Waiting />}>
        <Page />
      </Suspense>
      <ToastRegion />
      <Announcer />
    </>
  );
}

/** Which page an address is. What it holds is made of characters that no address escapes. */
function Page(): ReactElement {
  const path = usePath();
  const token = linkTokenIn(path);
  if (token) return <JoinPage key={token} token={token} />;
  const [, sessionId, participantId] = /^\/class\/([^/]+)\/([^/]+)\/?$/.exec(path) ?? [];
  if (sessionId && participantId)
    return <ClassPage key={participantId} sessionId={sessionId} participantId={participantId} />;
  if (UiKit && path === '/ui-kit') return <UiKit />;
  return <NoPage />;
}

const linkTokenIn = (path: string): string | undefined => /^\/j\/([^/]+)\/?$/.exec(path)?.[1];

const root = createRoot(document.getElementById('app')!);

const linkToken = linkTokenIn(location.pathname);
if (linkToken) openLinkAhead(linkToken);
// Not a top-level await: a chunk that imports from this one would wait for it, and it for the chunk.
applyTheme();
keepInstallOffer();
prepareVoices();
startSpeaking().then(
  () =>
    root.render(
      <StrictMode>
        <App />
      </StrictMode>,
    ),
  // Without its texts a page can't even say so; another try often helps on a factory's Wi-Fi.
  () => setTimeout(() => location.reload(), 3_000),
);
