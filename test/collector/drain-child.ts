import { drainSpools, openLink } from '../../agent/collector/index.ts';

/** Drains a spool and exits. Arguments: broker, spool. */
const [url = '', root = ''] = process.argv.slice(2);
const link = openLink({ url }, () => undefined);
await drainSpools(root, link);
await link.release();
