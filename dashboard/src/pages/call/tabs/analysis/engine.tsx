import { Link } from '@tanstack/react-router';
import type { Analysis, AnalysisEngine } from '../../../../../../api/types.ts';
import { formatMoney } from '../../../../format/money.ts';
import { formatMany } from '../../../../format/number.ts';
import { inWords } from '../../../../format/words.ts';
import { Tag } from '../../../../parts/tag.tsx';
import { Unknown } from '../../../../parts/unknown.tsx';
import { When } from '../../../../parts/when.tsx';
import tabs from '../tabs.module.css';
import css from './analysis.module.css';

type Item = Analysis['items'][number];
type Model = NonNullable<Analysis['model']>;

/** Who read the call: the rules or a model, of which version, and what that cost. */
export function EngineLine({ analysis: { items, model, unreadable } }: { analysis: Analysis }) {
  const [first] = items;
  return (
    <div className={css.engine}>
      <p className={css.engineLine}>
        {first && <Reader item={first} model={model} />}
        {first && <Switch to={otherThan(first)} />}
      </p>
      {model && <ModelState model={model} />}
      {unreadable.length > 0 && (
        <p>
          Not shown, because stored in a form of another version:{' '}
          {unreadable.map(({ analyser, version }) => `${inWords(analyser).toLowerCase()} ${version}`).join(', ')}.
        </p>
      )}
    </div>
  );
}

function Reader({ item: { engine, version }, model }: { item: Item; model: Analysis['model'] }) {
  if (engine === 'rules') {
    return (
      <span>
        Read by <Tag>rules</Tag> version {version}
        {model === null && ', no model was asked'}
      </span>
    );
  }
  const left = Object.values(model?.dropped ?? {}).reduce((sum, count) => sum + count, 0);
  return (
    <span>
      Read by <Tag tone="accent">{model?.name ?? 'a model'}</Tag> version {version}
      {model && (
        <>, cost {model.spent === null ? <Unknown why="No price of the model is set" /> : formatMoney(model.spent)}</>
      )}
      {model && left > 0 && (
        <span data-hint={Object.keys(model.dropped).map(inWords).join(', ')}>
          , {formatMany(left, 'claim')} without proof left out
        </span>
      )}
    </span>
  );
}

/** The other engine, where it has read the call too. */
function otherThan({ engine, others }: Item): AnalysisEngine | undefined {
  return others.find((other) => other.engine !== engine)?.engine;
}

function Switch({ to }: { to: AnalysisEngine | undefined }) {
  if (to === undefined) return null;
  return (
    <Link to="." search={(old) => ({ ...old, engine: to })} resetScroll={false} data-row className={tabs.quiet}>
      {to === 'rules' ? 'What the rules say' : 'What the model says'}
    </Link>
  );
}

/** Why a model that was asked has not answered, and what it warns of. */
function ModelState({ model: { state, name, why, askedAgainAt, warnings } }: { model: Model }) {
  const reason = why === null ? '' : ` (${why.message})`;
  return (
    <>
      {state === 'waiting' && (
        <p role="status">
          <Tag tone="warning">waiting</Tag> {name} was away{reason}
          {askedAgainAt !== null && (
            <>
              ; asked again at <When at={askedAgainAt} kind="clock" />
            </>
          )}
          . Until it answers, what was found before it stands.
        </p>
      )}
      {state === 'unanswered' && (
        <p>
          <Tag tone="warning">no answer</Tag> {name} gave none{reason} and is not asked again.
        </p>
      )}
      {warnings.map((warning) => (
        <p key={warning} className={css.warning}>
          {warning}
        </p>
      ))}
    </>
  );
}
