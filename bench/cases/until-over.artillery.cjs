// Artillery's users loop as long as this says; it is loaded when the load begins.
const end = Date.now() + Number(process.env.SECONDS) * 1000;

module.exports = {
  notOver: (context, next) => next(Date.now() < end),
};
