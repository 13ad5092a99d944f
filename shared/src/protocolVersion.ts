/**
 * The version of what client and server say to each other on the socket. It rises when a page of an older build
 * would misunderstand, or be misunderstood by, the server: such a page is told so, and loads itself anew.
 */
export const protocolVersion = 2;
