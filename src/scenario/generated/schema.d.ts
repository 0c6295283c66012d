/** Made by scripts/generate.mjs from schemas/scenario.schema.json; do not edit. */
import type { SchemaNode } from '../schema-node.ts';

/** schemas/scenario.schema.json. */
export declare const scenarioSchema: SchemaNode;
