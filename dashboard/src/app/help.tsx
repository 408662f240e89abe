import { Kbd, Modal } from '@mantine/core';
import { PAGES } from './pages.ts';
import css from './help.module.css';

const KEYS: readonly [string, string][] = [
  ['/', 'Search'],
  ['j  k', 'Down and up a list'],
  ['Enter', 'Open what is chosen'],
  ['Esc', 'Close, or leave what is open; in your call: hang up, asked first'],
  ['m', 'In your call: mute and unmute'],
  ['?', 'This list'],
];

/** All keys that the pages know. */
export function Help({ close }: { close: () => void }) {
  const goTo = PAGES.map(({ key, label }): [string, string] => [`g  ${key}`, `Go to ${label}`]);
  return (
    <Modal opened onClose={close} title="Keyboard" size="sm">
      <dl className={css.keys}>
        {[...KEYS, ...goTo].map(([keys, meaning]) => (
          <div key={keys}>
            <dt>
              {keys.split('  ').map((key) => (
                <Kbd key={key}>{key}</Kbd>
              ))}
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
