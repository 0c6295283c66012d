/** What follows a run live. Apart from the receivers themselves, whose client libraries are loaded only where one is asked for. */
export const RECEIVER_KINDS = ['influxdb', 'prometheus-rw', 'opentelemetry'] as const;
export type ReceiverKind = (typeof RECEIVER_KINDS)[number];

export function isReceiverKind(text: string): text is ReceiverKind {
  return RECEIVER_KINDS.some((kind) => kind === text);
}
