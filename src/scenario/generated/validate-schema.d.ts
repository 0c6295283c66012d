/** Made by scripts/generate.mjs from schemas/scenario.schema.json; do not edit. */
import type { ScenarioDocument } from './scenario-document.ts';

/** Whether a value has the shape of a scenario. */
declare function validate(value: unknown): value is ScenarioDocument;
export default validate;
