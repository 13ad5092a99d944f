/** The words that only staff read: console, programme, reports. */
export default {};
