import { ActionIcon, Tooltip } from '@mantine/core';
import { IconKeyboard, IconSearch } from '@tabler/icons-react';
import { Link, Outlet, useLocation } from '@tanstack/react-router';
import { HintLayer } from '../parts/hint-layer.tsx';
import { FilterBar } from './filter-bar.tsx';
import { LagChip } from './lag-chip.tsx';
import { Mark } from './mark.tsx';
import { Navigation } from './navigation.tsx';
import { Overlays, useOverlay } from './overlays.tsx';
import { PAGES } from './pages.ts';
import { SchemeSwitch } from './scheme-switch.tsx';
import { useKeys } from './use-keys.ts';
import css from './shell.module.css';

/** The frame of every page: navigation, filter bar, lag, search, keyboard. */
export function Shell() {
  const overlay = useOverlay();
  useKeys(overlay.open);
  const { pathname } = useLocation();
  const page = PAGES.find(({ to }) => pathname === to || pathname.startsWith(`${to}/`));
  const isList = page?.to === pathname;
  return (
    <div className={css.shell}>
      <a href="#content" className={css.skip}>
        Skip to content
      </a>
      <Navigation />
      <div className={css.main}>
        <div className={css.bar}>
          <Link to="/" className={css.home} aria-label="Earshot">
            <Mark />
          </Link>
          <div className={css.filters}>
            {isList && page.filtered !== 'none' && <FilterBar range={page.filtered === 'all'} />}
          </div>
          <div className={css.tools}>
            <LagChip />
            <Tooltip label="Search ( / )">
              <ActionIcon variant="subtle" color="gray" onClick={() => overlay.open('palette')} aria-label="Search">
                <IconSearch size={17} />
              </ActionIcon>
            </Tooltip>
            <SchemeSwitch />
            <Tooltip label="Keyboard ( ? )">
              <ActionIcon
                variant="subtle"
                color="gray"
                visibleFrom="sm"
                onClick={() => overlay.open('help')}
                aria-label="Keyboard"
              >
                <IconKeyboard size={17} />
              </ActionIcon>
            </Tooltip>
          </div>
        </div>
        <main id="content">
          <Outlet />
        </main>
      </div>
      <HintLayer />
      <Overlays {...overlay} />
    </div>
  );
}
