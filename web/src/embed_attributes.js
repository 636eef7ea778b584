/** The attributes of an element of other sites: the address of a view and its title, then its parameters. */
export const ATTRIBUTES = "src filters title apparence accent fond lang limite masquer vue colonnes".split(" ");
