import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Usage } from '../../../../../api/types.ts';
import { formatMany } from '../../../format/number.ts';
import { inWords } from '../../../format/words.ts';
import { EmptyState } from '../../../parts/empty-state.tsx';
import { usageQuery } from '../data.ts';
import { Amount, MeasuresTable } from '../measures-table.tsx';
import { Tab } from './tab.tsx';
import css from './tabs.module.css';

/** How much of each model was used, as it is reported and as we believe. */
export function UsageTab({ callId }: { callId: string }) {
  const query = useQuery(usageQuery(callId));
  return (
    <Tab query={query}>
      {({ items }) => (
        <>
          <p className={css.answer}>
            <span>
              What it cost is told by the{' '}
              <Link
                to="."
                search={(old) => ({ ...old, tab: 'analysis' as const })}
                resetScroll={false}
                className={css.quiet}
              >
                analysis
              </Link>{' '}
              when the call has ended. <span className="dim">This is what is paid for:</span>
            </span>
          </p>
          {items.length === 0 ? (
            <EmptyState title="No usage">
              Models report what they used at each answer and at the end of the call.
            </EmptyState>
          ) : (
            items.map((usage) => <Model key={usage.kind + usage.provider + usage.model} usage={usage} />)
          )}
        </>
      )}
    </Tab>
  );
}

const KINDS: Record<string, string> = {
  llm: 'Language model',
  stt: 'Speech recognition',
  tts: 'Speech synthesis',
  eot: 'End of turn',
};

function Model({ usage }: { usage: Usage }) {
  const { kind, provider, model, requests, cancelledRequests, reported, believed, notes } = usage;
  const measures = [...new Set([...Object.keys(reported), ...Object.keys(believed)])].filter(
    (name) => (reported[name] ?? believed[name] ?? null) !== null,
  );
  return (
    <section className={css.section}>
      <h3 className={css.line}>
        <b>{model || provider}</b>
        <span className="dim">
          {KINDS[kind] ?? inWords(kind)} · {provider}
        </span>
        <span className={css.end}>
          {requests > 0 && formatMany(requests, 'request')}
          {cancelledRequests > 0 && `, ${cancelledRequests} cancelled`}
        </span>
      </h3>
      {measures.length === 0 ? (
        <p className="dim">Nothing was measured.</p>
      ) : (
        <MeasuresTable>
          {measures.map((name) => (
            <tr key={name}>
              <th scope="row">{measureWords(name)}</th>
              <Amount value={reported[name] ?? null} why="Not reported" />
              <Amount value={believed[name] ?? null} why="Not measured" strong={reported[name] !== believed[name]} />
            </tr>
          ))}
        </MeasuresTable>
      )}
      {notes.map((note) => (
        <p key={note} className={css.note}>
          {note}
        </p>
      ))}
    </section>
  );
}

/** inputTokens is "Input tokens", audioMs is "Audio, ms". */
function measureWords(name: string): string {
  const words = name.replace(/Ms$/, ', ms').replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.slice(0, 1).toUpperCase() + words.slice(1);
}
