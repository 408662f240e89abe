import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { OverlayName } from './overlays.tsx';
import { PAGES } from './pages.ts';

const CHORD_MS = 1000;

/**
 * The keys of every page. They find what they work on by its mark: `data-row` for j and k, `data-search` for /,
 * `data-close` for Esc.
 */
export function useKeys(openOverlay: (name: OverlayName) => void): void {
  const navigate = useNavigate();
  useEffect(() => {
    let goneAt = 0;
    const goTo = (key: string): boolean => {
      const isChord = Date.now() - goneAt < CHORD_MS;
      goneAt = key === 'g' ? Date.now() : 0;
      const page = isChord ? PAGES.find((page) => page.key === key) : undefined;
      if (page) void navigate({ to: page.to });
      return page !== undefined;
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isModalOpen()) return;
      if (isTyping(event.target)) {
        if (event.key === 'Escape') (event.target as HTMLElement).blur();
        return;
      }
      if (goTo(event.key) || act(event.key, openOverlay)) event.preventDefault();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, openOverlay]);
}

/** @returns whether the key means something. */
function act(key: string, openOverlay: (name: OverlayName) => void): boolean {
  if (key === 'j' || key === 'k') return moveRow(key === 'j' ? 1 : -1);
  if (key === 'Escape') return leave();
  if (key === '?') openOverlay('help');
  else if (key === '/') search(openOverlay);
  else return false;
  return true;
}

function moveRow(by: 1 | -1): boolean {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')].filter((row) => row.checkVisibility());
  const now = rows.indexOf(document.activeElement as HTMLElement);
  const next = rows[now === -1 ? 0 : Math.min(Math.max(now + by, 0), rows.length - 1)];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}

function leave(): boolean {
  const close = document.querySelector<HTMLElement>('[data-close]');
  close?.click();
  return close !== null;
}

function search(openOverlay: (name: OverlayName) => void): void {
  const field = document.querySelector<HTMLInputElement>('[data-search]');
  if (field === null) openOverlay('palette');
  else field.select();
}

function isModalOpen(): boolean {
  return document.querySelector('[role="dialog"][aria-modal="true"], [role="menu"]') !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}
