import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { openSession } from '../../api/session.ts';
import { Mark } from '../../app/mark.tsx';
import { EmptyState } from '../../parts/empty-state.tsx';
import { ErrorCard } from '../../parts/error-card.tsx';
import css from './login.module.css';

const COMMAND = 'npm run earshot -- login';

/** Opens a session with the code of the address, and takes the code out of the address. */
export function LoginPage() {
  const { code } = useSearch({ from: '/login' });
  const login = useLogin();
  return (
    <main className={css.page}>
      <div className={css.box}>
        <h1 className={css.brand}>
          <Mark /> Earshot
        </h1>
        {code !== undefined && !login.isError ? (
          <EmptyState title="Signing in">One moment.</EmptyState>
        ) : (
          <EmptyState title={login.isError ? 'The link did not work' : 'You are not signed in'} command={COMMAND}>
            A link signs in one browser, once, and for a short time. Where Earshot runs, make a new one and open it:
          </EmptyState>
        )}
        {login.isError && <ErrorCard error={login.error} />}
      </div>
    </main>
  );
}

function useLogin() {
  const { code, next } = useSearch({ from: '/login' });
  const navigate = useNavigate();
  const router = useRouter();
  const queries = useQueryClient();
  const login = useMutation({ mutationFn: openSession });
  const used = useRef<string>(undefined);
  useEffect(() => {
    document.title = 'Sign in · Earshot';
    if (code === undefined || used.current === code) return;
    used.current = code;
    login.mutate(code, {
      onSuccess: () => {
        queries.clear();
        router.history.replace(next ?? '/');
      },
      onError: () => void navigate({ to: '/login', search: next === undefined ? {} : { next }, replace: true }),
    });
  }, [code, next, login, navigate, queries, router]);
  return login;
}
