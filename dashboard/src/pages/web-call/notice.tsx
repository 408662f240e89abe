import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ApiError } from '../../api/client.ts';
import { CopyId } from '../../parts/copy-id.tsx';
import css from './web-call.module.css';

type NoticeProps = { tone: 'warning' | 'danger'; title: string; text: ReactNode; children?: ReactNode };

/** What is wrong, and what to do about it; read out when it appears. */
export function Notice({ tone, title, text, children }: NoticeProps) {
  const Icon = tone === 'danger' ? IconAlertTriangle : IconInfoCircle;
  return (
    <div className={css.notice} data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      <Icon size={16} aria-hidden />
      <div>
        <p className={css.noticeTitle}>{title}</p>
        <p>{text}</p>
        {children}
      </div>
    </div>
  );
}

const TITLES: Record<string, string> = {
  rooms_not_configured: 'No LiveKit server is set up for calls',
  forbidden: 'You may not call the agent',
  too_many_requests: 'Too many calls in a minute',
};

/** Why the api gave no token. */
export function RefusedByApi({ error }: { error: ApiError }) {
  const { code, message, hint, field, requestId } = error;
  const said = field === undefined ? message : `${field} ${message}`;
  return (
    <Notice tone="danger" title={TITLES[code] ?? said} text={TITLES[code] === undefined ? hint : `${said}: ${hint}.`}>
      <p className={css.small}>
        <span className="mono">{code}</span>
        {requestId !== undefined && (
          <>
            {' '}
            · request <CopyId id={requestId} label="request id" />
          </>
        )}
      </p>
    </Notice>
  );
}
