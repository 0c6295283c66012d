/** Ids that package.json declares too; a test compares both. */
export const Command = {
  run: 'rampwright.run',
  runOnce: 'rampwright.runOnce',
  /** Arguments: the scenario file's URI and the scenario's name. */
  runScenario: 'rampwright.runScenario',
  /** Arguments: the scenario file's URI and the line (from 0) of the request. */
  sendRequest: 'rampwright.sendRequest',
  debug: 'rampwright.debug',
  stop: 'rampwright.stop',
  pauseRun: 'rampwright.pauseRun',
  resumeRun: 'rampwright.resumeRun',
  /** Arguments: the scenario file's URI and the load in percent of the plan; what is not given is asked for. */
  changeLoad: 'rampwright.changeLoad',
  showResults: 'rampwright.showResults',
  openRun: 'rampwright.openRun',
  /** Arguments of these: a run of the history, and all that are selected there. */
  compareRuns: 'rampwright.compareRuns',
  compareWithBaseline: 'rampwright.compareWithBaseline',
  compareRunTexts: 'rampwright.compareRunTexts',
  pinBaseline: 'rampwright.pinBaseline',
  addToBaseline: 'rampwright.addToBaseline',
  unpinBaseline: 'rampwright.unpinBaseline',
  /** Argument of these: a run of the history, or the URI of a journal or of a scenario. */
  exportRun: 'rampwright.exportRun',
  copyRun: 'rampwright.copyRun',
  openRunInBrowser: 'rampwright.openRunInBrowser',
  revealRun: 'rampwright.revealRun',
  copyRunPath: 'rampwright.copyRunPath',
  deleteRuns: 'rampwright.deleteRuns',
  refreshRuns: 'rampwright.refreshRuns',
  setSecret: 'rampwright.setSecret',
  clearSecrets: 'rampwright.clearSecrets',
  /** Arguments: the scenario file's URI and the range of the text, as language-server positions. */
  moveToSecret: 'rampwright.moveToSecret',
  selectEnvironment: 'rampwright.selectEnvironment',
  newScenario: 'rampwright.newScenario',
  pasteCurl: 'rampwright.pasteCurl',
} as const;

/** Colours that themes and `workbench.colorCustomizations` may set. */
export const Color = {
  result: 'rampwright.result',
  failedResult: 'rampwright.failedResult',
  oldResult: 'rampwright.oldResult',
} as const;

/** Settings, without their section `rampwright`. */
export const SettingKey = {
  workers: 'run.workers',
  scaleTo: 'run.scaleTo',
  env: 'env',
  allowedHosts: 'hosts.allowed',
  runsFolder: 'runs.folder',
  keepCount: 'runs.keepCount',
  keepDays: 'runs.keepDays',
  openResultsOnRun: 'results.openOnRun',
  codeLens: 'codeLens.enabled',
  codeLensSend: 'codeLens.send',
  inlineResults: 'inlineResults.enabled',
  inlayHints: 'inlayHints.enabled',
  loadProfile: 'loadProfile.enabled',
} as const;

export const SETTINGS_SECTION = 'rampwright';

/** View type of the results' webview panels. */
export const RESULTS_VIEW = 'rampwright.results';

/** Runs by scenario, in the Testing side bar. */
export const HISTORY_VIEW = 'rampwright.history';

/** View type of the tabs with runs side by side. */
export const COMPARISON_VIEW = 'rampwright.comparison';

/** Scheme of the documents that hold the scenario as a run ran it. */
export const RUN_TEXT_SCHEME = 'rampwright-run-text';

/** View type of the editor of journals. */
export const RUN_EDITOR = 'rampwright.run';

/** Scheme and language of the document that shows one request with its answer. */
export const EXCHANGE_SCHEME = 'rampwright-exchange';

/** Type of debug sessions and of their configurations. */
export const DEBUG_TYPE = 'rampwright';

/** Id of the Testing view's controller. */
export const TEST_CONTROLLER = 'rampwright';

/** Context keys for `when` clauses. */
export const ContextKey = {
  running: 'rampwright.running',
  runningFiles: 'rampwright.runningFiles',
  /** The extension runs in a browser, which can't make load. */
  web: 'rampwright.web',
} as const;
