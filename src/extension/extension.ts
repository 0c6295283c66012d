import * as vscode from 'vscode';
import type { Rampwright } from './desktop.ts';
import { EarlyBadges } from './early-badges.ts';
import { COMPARISON_VIEW, DEBUG_TYPE, HISTORY_VIEW, RESULTS_VIEW, RUN_EDITOR, TEST_CONTROLLER } from './names.ts';
import { OnDemand } from './on-demand.ts';
import type { RunDocument } from './run-editors.ts';
import { RunsFolder } from './runs-folder.ts';

/** What tests of the extension host reach through `exports`. */
export interface RampwrightExtension {
  /** Whether anything beyond activation was needed yet. */
  readonly begun: boolean;
  loaded(): Promise<Rampwright>;
}

/**
 * The entry on machines that can run scenarios (that of browsers is web.ts). Only leaves word where it is to be called from:
 * dist/desktop.js has all the rest.
 */
export function activate(context: vscode.ExtensionContext): RampwrightExtension {
  const controller = vscode.tests.createTestController(TEST_CONTROLLER, 'Load Tests');
  const rest = new OnDemand(async (clear) => {
    const { wireDesktop } = await import('./desktop.ts');
    clear();
    return wireDesktop(context, controller);
  });
  // Debugging from a launch.json needs no scenario to be open.
  rest.until(
    vscode.debug.registerDebugConfigurationProvider(DEBUG_TYPE, {
      resolveDebugConfiguration: async (folder, configuration) =>
        (await rest.loaded()).debugging.resolveDebugConfiguration(folder, configuration),
    }),
  );
  // The Testing view asks for tests when it is shown first.
  controller.resolveHandler = async (item) => (await rest.loaded()).tree.resolve(item);
  rest.until(
    vscode.window.registerWebviewPanelSerializer(RESULTS_VIEW, {
      deserializeWebviewPanel: async (panel, state) =>
        (await rest.loaded()).results.deserializeWebviewPanel(panel, state),
    }),
  );
  rest.until(
    vscode.window.registerWebviewPanelSerializer(COMPARISON_VIEW, {
      deserializeWebviewPanel: async (panel, state) =>
        (await rest.loaded()).comparisons.deserializeWebviewPanel(panel, state),
    }),
  );
  rest.until(
    vscode.window.registerTreeDataProvider(HISTORY_VIEW, {
      getTreeItem: () => new vscode.TreeItem(''),
      getChildren: async () => {
        await rest.loaded();
        return [];
      },
    }),
  );
  const folder = new RunsFolder(context.storageUri ?? context.globalStorageUri);
  rest.until(vscode.window.registerFileDecorationProvider(new EarlyBadges(folder, () => void rest.loaded())));
  // This one stays: taking an editor's provider away closes what it has opened.
  const editors: vscode.CustomReadonlyEditorProvider<RunDocument> = {
    openCustomDocument: async (uri) => (await rest.loaded()).editors.openCustomDocument(uri),
    resolveCustomEditor: async (document, panel) => (await rest.loaded()).editors.resolveCustomEditor(document, panel),
  };
  const options = { supportsMultipleEditorsPerDocument: true, webviewOptions: { enableFindWidget: true } };
  context.subscriptions.push(
    controller,
    rest.register(),
    vscode.window.registerCustomEditorProvider(RUN_EDITOR, editors, options),
  );
  return {
    get begun() {
      return rest.begun;
    },
    loaded: () => rest.loaded(),
  };
}
