import type { LinkProps } from '@tanstack/react-router';

/** Where something leads. Make it with `linkOptions({ … })`, which checks it against the routes. */
export type LinkTo = { to: string; params?: object; search?: object; hash?: string };

/** For `<Link {...asLink(to)}>`: the router's own type is that of one route. */
export const asLink = (to: LinkTo) => to as LinkProps;
