import { Button, Modal } from '@mantine/core';
import { useBlocker } from '@tanstack/react-router';
import css from './web-call.module.css';

type Leaving = { asks: boolean; stay(): void; leave(): void };

/** Holds who would leave the page, and with it the call, until he said that he means it. */
export function useStay(): Leaving {
  const { status, proceed, reset } = useBlocker({
    shouldBlockFn: ({ current, next }) => current.pathname !== next.pathname,
    enableBeforeUnload: true,
    withResolver: true,
  });
  return { asks: status === 'blocked', stay: () => reset?.(), leave: () => proceed?.() };
}

type ConfirmHangUpProps = { opened: boolean; text: string; stay: () => void; hangUp: () => void };

export function ConfirmHangUp({ opened, text, stay, hangUp }: ConfirmHangUpProps) {
  return (
    <Modal opened={opened} onClose={stay} title="Hang up?" size="sm" transitionProps={{ duration: 0 }}>
      <p>{text}</p>
      <div className={css.answers}>
        <Button variant="default" onClick={stay}>
          Stay
        </Button>
        <Button className={css.danger} onClick={hangUp} data-autofocus>
          Hang up
        </Button>
      </div>
    </Modal>
  );
}
