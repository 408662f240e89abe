import type { TranscriptItem } from '../../../../../api/types.ts';
import type { LiveCall } from '../../../live/reduce.ts';
import { inWords } from '../../../format/words.ts';
import css from './transcript.module.css';

type SpeakingProps = { live: LiveCall; items: TranscriptItem[] };

/** What happens at this moment: words that are not yet an item of the conversation, and what the agent does. */
export function Speaking({ live, items }: SpeakingProps) {
  const fresh = (role: TranscriptItem['role'], text: string | null) => {
    const last = items.findLast((item) => item.role === role);
    return text !== null && text !== '' && last?.text.startsWith(text.trim()) !== true;
  };
  return (
    <div className={css.now}>
      {fresh('user', live.lastCallerText) && <Now who="Caller" text={live.lastCallerText} />}
      {fresh('assistant', live.lastAgentText) && <Now who="Agent" text={live.lastAgentText} />}
      <p className={css.state}>
        <i className={css.pulse} aria-hidden />
        On the line{live.agentState !== null && `: agent ${inWords(live.agentState).toLowerCase()}`}
      </p>
    </div>
  );
}

function Now({ who, text }: { who: string; text: string | null }) {
  return (
    <p className={css.coming}>
      <span className={css.who}>{who}</span> {text}
    </p>
  );
}
