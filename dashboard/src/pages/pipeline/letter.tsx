import { Button, Modal } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import type { DeadLetterDetail } from '../../../../api/types.ts';
import { getDeadLetter, redriveDeadLetter } from '../../api/pipeline.ts';
import { formatBytes } from '../../format/number.ts';
import { CopyId } from '../../parts/copy-id.tsx';
import { ErrorCard } from '../../parts/error-card.tsx';
import { Loaded } from '../../parts/loaded.tsx';
import { TextSkeleton } from '../../parts/skeletons.tsx';
import { When } from '../../parts/when.tsx';
import css from './letter.module.css';
import page from './pipeline.module.css';

/** One dead letter with its bytes; can be sent on its way again. */
export function Letter({ seq }: { seq: number }) {
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/pipeline', search: { letter: undefined }, resetScroll: false });
  const query = useQuery({
    queryKey: ['dead-letter', seq],
    queryFn: ({ signal }) => getDeadLetter(seq, signal),
    refetchInterval: false,
  });
  return (
    <Modal opened onClose={close} title={`Dead letter ${seq}`} size="lg">
      <Loaded query={query} skeleton={<TextSkeleton lines={8} />}>
        {(letter) => <Inside letter={letter} close={close} />}
      </Loaded>
    </Modal>
  );
}

function Inside({ letter, close }: { letter: DeadLetterDetail; close: () => void }) {
  const queries = useQueryClient();
  const redrive = useMutation({
    mutationFn: () => redriveDeadLetter(letter.seq),
    onSuccess: async () => {
      notifications.show({ message: `Dead letter ${letter.seq} is on its way again` });
      close();
      await queries.invalidateQueries({ queryKey: ['dead-letters'] });
    },
  });
  return (
    <div className={css.letter}>
      <p>
        <b>{letter.reason}</b>
      </p>
      <dl className={page.facts}>
        <dt>Code</dt>
        <dd className="mono">{letter.code}</dd>
        <dt>Field</dt>
        <dd className="mono">{letter.field || '–'}</dd>
        <dt>Stage, tries</dt>
        <dd>
          {letter.stage}, {letter.tries}
        </dd>
        <dt>Subject</dt>
        <dd className="mono">{letter.subject}</dd>
        <dt>Call</dt>
        <dd>
          <Link to="/calls/$callId" params={{ callId: letter.callId }} className={page.link}>
            open
          </Link>{' '}
          <CopyId id={letter.callId} label="call" />
        </dd>
        <dt>When</dt>
        <dd>
          <When at={letter.at} kind="full" />
        </dd>
      </dl>
      <pre className={css.bytes} tabIndex={0} aria-label={`Its ${formatBytes(letter.bytes)}`}>
        {pretty(letter.body)}
      </pre>
      {redrive.isError && <ErrorCard error={redrive.error} />}
      <div className={css.buttons}>
        <span className="dim">Once the cause is mended, it can take its way again; it is stored once even so.</span>
        <Button size="xs" loading={redrive.isPending} onClick={() => redrive.mutate()}>
          Re-drive
        </Button>
      </div>
    </div>
  );
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
