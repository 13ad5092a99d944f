/** Of a file that never changes under its address: members' browsers keep it, proxies don't. */
export const keepForever = 'private, max-age=31536000, immutable';
