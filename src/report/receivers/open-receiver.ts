/** The receivers with their client libraries: a bundle of its own, loaded where a run is to be followed. */
import { InfluxReceiver } from './influxdb.ts';
import type { ReceiverKind } from './kinds.ts';
import { OpenTelemetryReceiver } from './opentelemetry.ts';
import { PrometheusReceiver } from './prometheus.ts';
import type { Receiver, ReceiverOptions } from './receiver.ts';

export { ReceiverError } from './receiver.ts';

/** Nothing is sent yet. @throws ReceiverError where it was asked for in a way that cannot work. */
export function openReceiver(kind: ReceiverKind, options: ReceiverOptions): Receiver {
  switch (kind) {
    case 'influxdb':
      return new InfluxReceiver(options);
    case 'prometheus-rw':
      return new PrometheusReceiver(options);
    case 'opentelemetry':
      return new OpenTelemetryReceiver(options);
  }
}
