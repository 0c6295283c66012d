/** The stand-in server of the examples, for the scripts that show them. */
import { PASSWORD, startServer } from '../examples/ai-proxy/server.mjs';

/**
 * Starts it on the port that the examples name, or on a free one where that is taken.
 *
 * @returns {Promise<{ url: string, env: Record<string, string>, close: () => Promise<void> }>} `env` is what the examples
 *   read: where the server is and its password
 */
export async function startExampleServer() {
  const server = await startServer().catch((error) => {
    if (error.code === 'EADDRINUSE') return startServer({ port: 0 });
    throw error;
  });
  return { url: server.url, env: { BASE_URL: server.url, TEST_PASSWORD: PASSWORD }, close: server.close };
}
