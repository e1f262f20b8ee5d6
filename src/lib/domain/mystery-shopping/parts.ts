export type ShoppingPart = { href: string; label: string; count?: number };
