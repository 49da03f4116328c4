/** An import as the server tells it. */
export interface ImportRun {
  id: string;
  recordType: string;
  status?: string;
  state?: string;
  fileName?: string;
  createdAt?: string;
  total?: number;
}
