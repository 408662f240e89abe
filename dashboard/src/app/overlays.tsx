import { lazy, Suspense, useCallback, useState } from 'react';

const Help = lazy(async () => ({ default: (await import('./help.tsx')).Help }));
const Palette = lazy(async () => ({ default: (await import('./palette.tsx')).Palette }));

export type OverlayName = 'help' | 'palette';

type Overlay = { shown: OverlayName | undefined; open: (name: OverlayName) => void; close: () => void };

export function useOverlay(): Overlay {
  const [shown, setShown] = useState<OverlayName>();
  const close = useCallback(() => setShown(undefined), []);
  return { shown, open: setShown, close };
}

/** What lies over a page; loaded when first asked for. */
export function Overlays({ shown, close }: Overlay) {
  return (
    <Suspense>
      {shown === 'help' && <Help close={close} />}
      {shown === 'palette' && <Palette close={close} />}
    </Suspense>
  );
}
