import { ActionIcon, Tooltip } from '@mantine/core';
import { IconLogout } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { closeSession } from '../api/session.ts';
import { Mark } from './mark.tsx';
import { PAGES } from './pages.ts';
import { useSession } from './session.ts';
import css from './navigation.module.css';

/** At the left; a rail of icons on middling screens, a bar at the foot of small ones. */
export function Navigation() {
  return (
    <nav className={css.side} aria-label="Pages">
      <Link to="/" className={css.brand} aria-label="Earshot">
        <Mark />
        <span>Earshot</span>
      </Link>
      {PAGES.map(({ to, label, short = label, key, icon: Icon }) => (
        <Link
          key={to}
          to={to}
          className={css.nav}
          activeOptions={{ exact: to === '/', includeSearch: false }}
          aria-label={label}
        >
          <Icon size={17} stroke={1.75} aria-hidden />
          <span>{label}</span>
          <span className={css.short}>{short}</span>
          <span className={css.hint}>g {key}</span>
        </Link>
      ))}
      <Who />
    </nav>
  );
}

function Who() {
  const session = useSession();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const signOut = async () => {
    await closeSession();
    queries.clear();
    await navigate({ to: '/login' });
  };
  return (
    <div className={css.foot}>
      <span className="cut" title={session && `Signed in as ${session.by}`}>
        {session ? `${session.tenant} · ${session.role}` : ' '}
      </span>
      <Tooltip label="Sign out" position="right">
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          ml="auto"
          onClick={() => void signOut()}
          aria-label="Sign out"
        >
          <IconLogout size={15} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}
