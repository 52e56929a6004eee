/** USD per million tokens. A rate that is absent is billed at `input`. */
export interface Rates {
  readonly input: number;
  readonly cachedInput?: number;
  readonly cacheWrite5m?: number;
  readonly cacheWrite1h?: number;
  readonly output: number;
}

/** What one model costs from one day on. */
export interface PriceEntry {
  readonly provider: string;
  /** A model id, which also stands for its dated snapshots (`-20250929`, `-2025-08-07`, `-latest`); `abc*` stands for everything that begins so. */
  readonly model: string;
  /** A day (`YYYY-MM-DD`) on which the price was in force; earlier days are not claimed. */
  readonly effectiveFrom: string;
  readonly rates: Rates;
  /** A call with more input tokens than `aboveInput` is billed at these rates, every token of it. */
  readonly longContext?: { readonly aboveInput: number; readonly rates: Rates };
  /** The page the price stands on. */
  readonly source: string;
  /** The day that page, or a stored copy of it, was read. */
  readonly seen: string;
  /** What the figure leaves out. */
  readonly note?: string;
}
