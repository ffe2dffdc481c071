// What otpauth.js makes and reads, one JSON request and one answer a line.
// node otpauth.js FOLDER-OF-NODE_MODULES <requests >answers
const { createRequire } = require("node:module");
const { createInterface } = require("node:readline");
const OTPAuth = createRequire(`${process.argv[2]}/`)("otpauth");

const read = (uri) => {
  const otp = OTPAuth.URI.parse(uri);
  const by = otp instanceof OTPAuth.TOTP ? { period: otp.period } : { counter: otp.counter };
  const { issuer, label, algorithm, digits } = otp;
  return { issuer, label, algorithm, digits, secret: otp.secret.hex, ...by };
};

const make = ({ secret, now, ...rest }) => {
  const Kind = rest.counter === undefined ? OTPAuth.TOTP : OTPAuth.HOTP;
  const otp = new Kind({ secret: OTPAuth.Secret.fromHex(secret), ...rest });
  // Before the code, which moves the counter on.
  const uri = otp.toString();
  const code = now === undefined ? otp.generate() : otp.generate({ timestamp: now * 1000 });
  return { code, uri };
};

createInterface({ input: process.stdin }).on("line", (line) => {
  const request = JSON.parse(line);
  console.log(JSON.stringify(request.uri ? read(request.uri) : make(request)));
});
