import './ui/tokens.css';
import './ui/base.css';
import { lazy, type ReactElement, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { startSpeaking } from './i18n/speak.ts';
import { Waiting } from './ui/Spinner.tsx';
import { applyTheme } from './ui/theme.ts';

// Vite replaces DEV by a constant, so that a production build holds nothing of the kit.
const UiKit = import.meta.env.DEV ? lazy(() => import('./pages/UiKit.tsx')) : null;

function App(): ReactElement | null {
  return UiKit && location.pathname === '/ui-kit' ? (
    <Suspense fallback={<Waiting />}>
      <UiKit />
    </Suspense>
  ) : null;
}

applyTheme();
const root = createRoot(document.getElementById('app')!);

// Not a top-level await: a chunk that imports from this one would wait for it, and it for the chunk.
void startSpeaking().then(() =>
  root.render(
    <StrictMode>
      <App />
    </StrictMode>,
  ),
);
