import type { TranscriptItem } from '../../../../../api/types.ts';
import { Tag } from '../../../parts/tag.tsx';

const UNSURE = 'The line went dead while this was said. How much of it was heard is not known.';

/** The words as far as they were heard; what perhaps nobody heard is struck. */
export function Words({ item: { text, interrupted, cutOff, role } }: { item: TranscriptItem }) {
  const who = role === 'user' ? 'agent' : 'caller';
  return (
    <>
      {cutOff === 'unknown' ? <s title={UNSURE}>{text}</s> : text}
      {interrupted && (
        <>
          {' — '}
          <Tag tone="warning" hint={`The ${who} spoke over it. Only what was heard is written here.`}>
            interrupted
          </Tag>
        </>
      )}
      {cutOff === 'heard' && (
        <>
          {' … '}
          <Tag tone="warning" hint="The line went dead here. Only what was said until then is written.">
            line went dead
          </Tag>
        </>
      )}
      {cutOff === 'unknown' && (
        <>
          {' '}
          <Tag tone="warning" hint={UNSURE}>
            perhaps not heard
          </Tag>
        </>
      )}
    </>
  );
}
