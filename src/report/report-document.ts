/** The id of the element of an HTML report that holds its run's events as JSON. */
export const EVENTS_ELEMENT_ID = 'run-events';
/** The same of a comparison: a `RunsComparison`. */
export const COMPARISON_ELEMENT_ID = 'runs-comparison';
