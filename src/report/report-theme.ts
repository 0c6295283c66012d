/**
 * An HTML report has no editor around it that would set the view's colours: these are VS Code's own, of "Light Modern" and
 * "Dark Modern" and, for who wants more contrast, of its high contrast themes.
 */

const FONTS = `--vscode-font-family: system-ui, -apple-system, 'Segoe UI', Ubuntu, 'Helvetica Neue', sans-serif;
--vscode-font-size: 13px;
--vscode-editor-font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, 'DejaVu Sans Mono', monospace;`;

const LIGHT = `color-scheme: light;
--vscode-foreground: #3b3b3b;
--vscode-icon-foreground: #3b3b3b;
--vscode-focusBorder: #005fb8;
--vscode-editor-background: #ffffff;
--vscode-panel-border: #e5e5e5;
--vscode-sideBarSectionHeader-border: #e5e5e5;
--vscode-textLink-foreground: #005fb8;
--vscode-textLink-activeForeground: #005fb8;
--vscode-textCodeBlock-background: #f8f8f8;
--vscode-textPreformat-background: #0000001f;
--vscode-textPreformat-foreground: #3b3b3b;
--vscode-badge-background: #cccccc;
--vscode-badge-foreground: #3b3b3b;
--vscode-button-background: #005fb8;
--vscode-button-foreground: #ffffff;
--vscode-toolbar-hoverBackground: #b8b8b850;
--vscode-list-hoverBackground: #f2f2f2;
--vscode-inputOption-activeBackground: #bed6ed;
--vscode-inputOption-activeBorder: #005fb8;
--vscode-inputOption-activeForeground: #000000;
--vscode-progressBar-background: #005fb8;
--vscode-charts-lines: #3b3b3b80;
--vscode-charts-red: #e51400;
--vscode-charts-blue: #0063d3;
--vscode-charts-yellow: #bf8803;
--vscode-charts-orange: #d18616;
--vscode-charts-green: #388a34;
--vscode-charts-purple: #652d90;
--vscode-testing-iconPassed: #73c991;
--vscode-testing-iconFailed: #f14c4c;
--vscode-testing-iconQueued: #cca700;`;

const DARK = `color-scheme: dark;
--vscode-foreground: #cccccc;
--vscode-icon-foreground: #cccccc;
--vscode-focusBorder: #0078d4;
--vscode-editor-background: #1f1f1f;
--vscode-panel-border: #2b2b2b;
--vscode-sideBarSectionHeader-border: #2b2b2b;
--vscode-textLink-foreground: #4daafc;
--vscode-textLink-activeForeground: #4daafc;
--vscode-textCodeBlock-background: #2b2b2b;
--vscode-textPreformat-background: #3c3c3c;
--vscode-textPreformat-foreground: #d0d0d0;
--vscode-badge-background: #616161;
--vscode-badge-foreground: #f8f8f8;
--vscode-button-background: #0078d4;
--vscode-button-foreground: #ffffff;
--vscode-toolbar-hoverBackground: #5a5d5e50;
--vscode-list-hoverBackground: #2a2d2e;
--vscode-inputOption-activeBackground: #2489db82;
--vscode-inputOption-activeBorder: #2488db;
--vscode-inputOption-activeForeground: #ffffff;
--vscode-progressBar-background: #0078d4;
--vscode-charts-lines: #cccccc80;
--vscode-charts-red: #f14c4c;
--vscode-charts-blue: #59a4f9;
--vscode-charts-yellow: #cca700;
--vscode-charts-orange: #d18616;
--vscode-charts-green: #89d185;
--vscode-charts-purple: #b180d7;`;

const DARK_CONTRAST = `--vscode-foreground: #ffffff;
--vscode-icon-foreground: #ffffff;
--vscode-focusBorder: #f38518;
--vscode-contrastBorder: #6fc3df;
--vscode-contrastActiveBorder: #f38518;
--vscode-editor-background: #000000;
--vscode-panel-border: #6fc3df;
--vscode-sideBarSectionHeader-border: #6fc3df;
--vscode-textLink-foreground: #21a6ff;
--vscode-textLink-activeForeground: #21a6ff;
--vscode-textCodeBlock-background: #000000;
--vscode-badge-background: #000000;
--vscode-badge-foreground: #ffffff;
--vscode-charts-lines: #ffffff80;
--vscode-charts-red: #f48771;
--vscode-charts-yellow: #ffd370;`;

const LIGHT_CONTRAST = `--vscode-foreground: #292929;
--vscode-icon-foreground: #292929;
--vscode-focusBorder: #006bbd;
--vscode-contrastBorder: #0f4a85;
--vscode-contrastActiveBorder: #006bbd;
--vscode-panel-border: #0f4a85;
--vscode-sideBarSectionHeader-border: #0f4a85;
--vscode-textLink-foreground: #0f4a85;
--vscode-textLink-activeForeground: #0f4a85;
--vscode-textCodeBlock-background: #ffffff;
--vscode-badge-background: #0f4a85;
--vscode-badge-foreground: #ffffff;`;

/** Paper is white, whatever the screen is. */
export const REPORT_THEME = `:root { ${FONTS} ${LIGHT} }
@media screen and (prefers-color-scheme: dark) { :root { ${DARK} } }
@media (prefers-contrast: more) { :root { ${LIGHT_CONTRAST} } }
@media screen and (prefers-contrast: more) and (prefers-color-scheme: dark) { :root { ${DARK_CONTRAST} } }
`;
