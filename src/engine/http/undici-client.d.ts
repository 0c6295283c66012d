// undici's main file needs Node 22 (zstd); its client alone runs on Node 20 as well, and makes a smaller bundle.
declare module 'undici/lib/dispatcher/client.js' {
  import { Client } from 'undici';
  export default Client;
}
