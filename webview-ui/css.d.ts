/** Style sheets are imported for esbuild, which gathers them in results.css. */
declare module '*.css';
