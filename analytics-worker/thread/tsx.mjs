// A worker thread does not inherit tsx from its parent on Node 20.
import { register } from 'tsx/esm/api';

register();
