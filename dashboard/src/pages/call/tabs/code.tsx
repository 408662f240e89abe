import css from './tabs.module.css';

/** Text of a machine, laid out where it is JSON. */
export function Code({ label, text }: { label: string; text: string }) {
  return (
    <div className={css.code}>
      <span className={css.small}>{label}</span>
      <pre tabIndex={0} aria-label={label}>
        {text === '' ? 'nothing' : laidOut(text)}
      </pre>
    </div>
  );
}

function laidOut(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
