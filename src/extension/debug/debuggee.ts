import { Source } from '@vscode/debugadapter';
import type { DebugProtocol } from '@vscode/debugprotocol';
import type { RunRequest } from '../../engine/protocol.ts';
import { stepPlaces, type StepPlace } from '../../scenario/debug.ts';
import { StopPlaces } from './breakpoints.ts';

/** A debug configuration, as launch.json has it. */
export interface LaunchArguments extends DebugProtocol.LaunchRequestArguments {
  /** Path or URI of the scenario file. */
  readonly program: string;
  /** Not given: all of the file, one after the other. */
  readonly scenario?: string;
  readonly environment?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly stopOnEntry?: boolean;
}

/** What a session needs of those who started it. */
export interface DebugHost {
  readonly engineEntry: string;
  /** All that a run needs, its plan made by `debugPlan`; or why there is none, which a person has been told ('' : a person said no). */
  prepare(configuration: LaunchArguments): Promise<RunRequest | { readonly refused: string }>;
}

/** What is told once a run was debugged: the scenario of this session, as it ran. */
export interface Debuggee {
  readonly request: RunRequest;
  readonly source: Source;
  readonly places: ReadonlyMap<number, StepPlace>;
  readonly stops: StopPlaces;
}

export function debuggeeOf(request: RunRequest, { program }: LaunchArguments): Debuggee {
  const places = stepPlaces(request.plan);
  return {
    request,
    places,
    source: new Source(request.scenario.file, program),
    stops: new StopPlaces(request.scenario.text, places.values()),
  };
}
