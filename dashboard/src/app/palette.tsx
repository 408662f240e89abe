import '@mantine/spotlight/styles.css';
import { createSpotlight, Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useLive } from '../live/use-live.ts';
import { PAGES } from './pages.ts';
import { useSession } from './session.ts';

const [store, palette] = createSpotlight();

/** Search and go to: transcripts, a call by its id, who is on the line, the pages. */
export function Palette({ close }: { close: () => void }) {
  const [text, setText] = useState('');
  const actions = [...useSearches(text.trim()), ...usePlaces()];
  useEffect(() => palette.open(), []);
  return (
    <Spotlight
      store={store}
      actions={actions}
      query={text}
      onQueryChange={setText}
      onSpotlightClose={close}
      shortcut={null}
      nothingFound="Nothing of that name"
      limit={12}
      overlayProps={{ blur: 0, backgroundOpacity: 0.35 }}
      searchProps={{ leftSection: <IconSearch size={18} />, placeholder: 'Search transcripts, calls, pages' }}
    />
  );
}

function useSearches(text: string): SpotlightActionData[] {
  const navigate = useNavigate();
  const mayRead = useSession()?.canReadTranscripts ?? false;
  if (text.length < 2) return [];
  const searches: SpotlightActionData[] = [];
  if (mayRead) {
    searches.push({
      id: 'transcripts',
      label: `Search transcripts for “${text}”`,
      keywords: text,
      onClick: () => void navigate({ to: '/calls', search: { q: text } }),
    });
  }
  if (!/\s/.test(text) && text.length > 5) {
    searches.push({
      id: 'call',
      label: `Open call ${text}`,
      keywords: text,
      onClick: () => void navigate({ to: '/calls/$callId', params: { callId: text } }),
    });
  }
  return searches;
}

function usePlaces(): SpotlightActionData[] {
  const navigate = useNavigate();
  const calls = [...useLive().values()].map((call) => ({
    id: call.callId,
    label: call.who.name ?? call.callId,
    description: [call.who.company, `on the line with ${call.agent}`].filter(Boolean).join(', '),
    onClick: () => void navigate({ to: '/calls/$callId', params: { callId: call.callId } }),
  }));
  const pages = PAGES.map(({ to, label, icon: Icon }) => ({
    id: to,
    label,
    leftSection: <Icon size={18} stroke={1.5} />,
    onClick: () => void navigate({ to }),
  }));
  return [...pages, ...calls];
}
