/** A passage that answers a query. */
export type KnowledgeHit = {
  /** Page and section: `Pricing › Discounts`. */
  title: string;
  text: string;
  /** Where it stands, as the conclusions name it: `pricing.md#discounts`. */
  source: string;
  category: string;
  score: number;
};

/** The port to what a team knows. An empty answer is an honest one: it is counted as a gap in the content. */
export type KnowledgeBase = {
  readonly categories: readonly string[];
  search(query: string, options?: { category?: string | undefined; limit?: number }): Promise<KnowledgeHit[]>;
};
