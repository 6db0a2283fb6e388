/**
 * Waits for the browser's next turn, so that what follows is a task of its own and holds up nobody's finger. `setTimeout` would be held
 * back by 4 ms when it is asked often; a message is not.
 */
export const turn = (): Promise<void> =>
  new Promise((resolve) => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => {
      channel.port1.close();
      resolve();
    };
    channel.port2.postMessage(null);
  });
