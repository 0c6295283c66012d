import { STATIC_TABLE } from '../../src/engine/http/h2/static-table.ts';
import type { Random } from '../../src/engine/random.ts';
import { huffmanString, indexed, integer, string, tableSize } from './hpack-blocks.ts';

export type Field = readonly [name: string, value: string];

/** Writes header blocks in each of the ways that HPACK has, with a table as the client has to have it. */
export class BlockWriter {
  readonly #random: Random;
  #table: Field[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  block(fields: readonly Field[]): number[] {
    const random = this.#random;
    const bytes: number[] = [];
    if (random.next() < 0.03) {
      bytes.push(...tableSize(0), ...tableSize(4096));
      this.#table = [];
    }
    for (const [name, value] of fields) bytes.push(...this.#field(name, value));
    return bytes;
  }

  #field(name: string, value: string): number[] {
    const random = this.#random;
    const all = [...STATIC_TABLE, ...this.#table];
    const same = all.findIndex(([known, its]) => known === name && its === value);
    if (same >= 0 && random.next() < 0.8) return indexed(same + 1);
    const named = all.findIndex(([known]) => known === name);
    const index = random.next() < 0.8 ? named + 1 : 0;
    const text = random.next() < 0.5 ? huffmanString : string;
    const rest = [...(index === 0 ? text(name) : []), ...text(value)];
    // Small enough for nothing to be driven out of the table; that is tried elsewhere.
    const room = this.#table.reduce((sum, [known, its]) => sum + known.length + its.length + 32, 0) < 3900;
    if (room && random.next() < 0.4) {
      this.#table.unshift([name, value]);
      return [...integer(index, 0x3f, 0x40), ...rest];
    }
    return [...integer(index, 0x0f, random.next() < 0.2 ? 0x10 : 0), ...rest];
  }
}
