import { Tabs } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef, type ReactNode } from 'react';
import type { LiveCall } from '../../live/reduce.ts';
import { TableSkeleton } from '../../parts/skeletons.tsx';
import css from './side.module.css';
import { TABS, type Tab } from './search.ts';
import { Alerts } from './tabs/alerts.tsx';
import { Audit } from './tabs/audit.tsx';
import { Events } from './tabs/events.tsx';
import { ScoreTab } from './tabs/score.tsx';
import { Signals } from './tabs/signals.tsx';
import { Tools } from './tabs/tools.tsx';
import { UsageTab } from './tabs/usage.tsx';
import { Transcript } from './transcript/panel.tsx';
import { TurnPanel } from './turn/panel.tsx';
import { useGo } from './use-go.ts';
import { useWide } from './use-wide.ts';

/** Long, and read after the call. */
const Analysis = lazy(async () => ({ default: (await import('./tabs/analysis/panel.tsx')).AnalysisTab }));
/** It draws charts, which no other tab needs. */
const Connection = lazy(async () => ({ default: (await import('./tabs/connection/panel.tsx')).ConnectionTab }));

const TITLES: Record<Tab, string> = {
  transcript: 'Transcript',
  turn: 'Turn',
  signals: 'Signals',
  score: 'Score',
  analysis: 'Analysis',
  tools: 'Tools',
  connection: 'Connection',
  usage: 'Usage',
  alerts: 'Alerts',
  audit: 'Audit',
  events: 'Raw events',
};

type SideProps = { callId: string; live: LiveCall | undefined };

/** The proofs of a call, one at a time; on narrow screens the transcript is the first of them. */
export function Side({ callId, live }: SideProps) {
  const { tab, turn } = useSearch({ from: '/app/calls/$callId' });
  const wide = useWide();
  const go = useGo();
  const tabs = wide ? TABS.slice(1) : TABS;
  const first = wide || turn !== undefined ? 'turn' : 'transcript';
  const shown = tab !== undefined && tabs.includes(tab) ? tab : first;
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => showActive(list.current), [shown]);
  const views: Record<Tab, () => ReactNode> = {
    transcript: () => <Transcript callId={callId} live={live} />,
    turn: () => <TurnPanel callId={callId} />,
    signals: () => <Signals callId={callId} />,
    score: () => <ScoreTab callId={callId} />,
    analysis: () => (
      <Suspense fallback={<TableSkeleton rows={5} />}>
        <Analysis callId={callId} />
      </Suspense>
    ),
    tools: () => <Tools callId={callId} />,
    connection: () => (
      <Suspense fallback={<TableSkeleton rows={5} />}>
        <Connection callId={callId} />
      </Suspense>
    ),
    usage: () => <UsageTab callId={callId} />,
    alerts: () => <Alerts callId={callId} />,
    audit: () => <Audit callId={callId} />,
    events: () => <Events callId={callId} />,
  };
  return (
    <Tabs
      value={shown}
      onChange={(next) => go({ tab: TABS.find((name) => name === next) })}
      keepMounted={false}
      className={css.side}
      classNames={{ list: css.list ?? '', tab: css.tab ?? '', panel: css.panel ?? '' }}
    >
      <Tabs.List aria-label="Of this call" ref={list}>
        {tabs.map((name) => (
          <Tabs.Tab key={name} value={name}>
            {TITLES[name]}
          </Tabs.Tab>
        ))}
      </Tabs.List>
      <Tabs.Panel value={shown}>{views[shown]()}</Tabs.Panel>
    </Tabs>
  );
}

/** Brings the chosen tab into a strip that scrolls sideways, and leaves the page where it is. */
function showActive(list: HTMLElement | null): void {
  const tab = list?.querySelector<HTMLElement>('[data-active]');
  if (list && tab) list.scrollLeft = tab.offsetLeft - (list.clientWidth - tab.offsetWidth) / 2;
}
