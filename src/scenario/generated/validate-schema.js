// Made by scripts/generate.mjs from schemas/scenario.schema.json; do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var validate = validate52;
var stdin_default = validate52;
var schema19 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "rampwright:scenario", "type": "object", "additionalProperties": false, "properties": { "$schema": { "type": "string" }, "name": { "type": "string", "minLength": 1 }, "description": { "type": "string" }, "baseUrl": { "type": "string", "minLength": 1 }, "vars": { "$ref": "#/$defs/vars" }, "data": { "type": "object", "additionalProperties": { "type": "object", "additionalProperties": false, "properties": { "file": { "type": "string", "minLength": 1 }, "values": { "type": "array", "items": {} }, "pick": { "type": "string", "enum": ["sequential", "random", "unique"] }, "per": { "type": "string", "enum": ["iteration", "vu"] }, "atEnd": { "type": "string", "enum": ["recycle", "stop", "fail"] } } } }, "environments": { "type": "object", "additionalProperties": { "type": "object" } }, "http": { "$ref": "#/$defs/http" }, "metrics": { "type": "object", "additionalProperties": { "$ref": "#/$defs/metric" }, "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } }, "refresh": { "type": "object", "additionalProperties": false, "properties": { "every": { "$ref": "#/$defs/duration" }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["every", "steps"] }, "setup": { "$ref": "#/$defs/steps" }, "setupTimeout": { "$ref": "#/$defs/duration" }, "teardown": { "$ref": "#/$defs/steps" }, "teardownTimeout": { "$ref": "#/$defs/duration" }, "flows": { "type": "object", "additionalProperties": { "$ref": "#/$defs/steps" } }, "vus": { "type": "integer", "minimum": 1 }, "iterations": { "type": "integer", "minimum": 1 }, "duration": { "$ref": "#/$defs/duration" }, "stages": { "type": "array", "items": { "$ref": "#/$defs/stage" }, "minItems": 1 }, "steps": { "$ref": "#/$defs/steps" }, "flow": { "type": "string", "minLength": 1 }, "scenarios": { "type": "object", "additionalProperties": { "$ref": "#/$defs/scenario" }, "minProperties": 1 }, "thresholds": { "type": "object", "additionalProperties": { "$ref": "#/$defs/threshold" } } }, "$defs": { "duration": { "type": "string", "pattern": "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" }, "rate": { "anyOf": [{ "type": "number", "exclusiveMinimum": 0 }, { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)? ?/ ?(s|min|h)$" }] }, "size": { "anyOf": [{ "type": "integer", "minimum": 0 }, { "type": "string", "pattern": "^[0-9]+(\\.[0-9]+)? ?(B|kB|KB|MB|GB)$" }] }, "status": { "anyOf": [{ "type": "integer", "minimum": 100, "maximum": 599 }, { "type": "string", "pattern": "^([1-5]xx|[1-5][0-9][0-9](-[1-5][0-9][0-9])?)$" }] }, "statuses": { "anyOf": [{ "$ref": "#/$defs/status" }, { "type": "array", "items": { "$ref": "#/$defs/status" }, "minItems": 1 }] }, "vars": { "type": "object", "additionalProperties": {}, "propertyNames": { "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } }, "tags": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } }, "headers": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } }, "auth": { "anyOf": [{ "type": "object", "additionalProperties": false, "properties": { "bearer": { "type": "string", "minLength": 1 } }, "required": ["bearer"] }, { "type": "object", "additionalProperties": false, "properties": { "basic": { "type": "object", "additionalProperties": false, "properties": { "username": { "type": "string" }, "password": { "type": "string" } }, "required": ["username", "password"] } }, "required": ["basic"] }] }, "stage": { "type": "object", "additionalProperties": false, "properties": { "duration": { "$ref": "#/$defs/duration" }, "target": { "type": "number", "minimum": 0 }, "name": { "type": "string", "minLength": 1 } }, "required": ["duration", "target"] }, "think": { "anyOf": [{ "type": "string", "pattern": "^(([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+|.*\\$\\{.*\\}.*)$" }, { "type": "object", "additionalProperties": false, "properties": { "min": { "$ref": "#/$defs/duration" }, "max": { "$ref": "#/$defs/duration" } }, "required": ["min", "max"] }, { "type": "object", "additionalProperties": false, "properties": { "mean": { "$ref": "#/$defs/duration" }, "sd": { "$ref": "#/$defs/duration" } }, "required": ["mean", "sd"] }] }, "expect": { "type": "object", "additionalProperties": false, "properties": { "status": { "$ref": "#/$defs/statuses" }, "header": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] }, "minProperties": 1 }, "json": { "type": ["string", "boolean", "number"] }, "bodyContains": { "type": "string", "minLength": 1 }, "maxDuration": { "$ref": "#/$defs/duration" }, "tolerate": { "$ref": "#/$defs/statuses" } }, "minProperties": 1 }, "http": { "type": "object", "additionalProperties": false, "properties": { "headers": { "$ref": "#/$defs/headers" }, "timeout": { "$ref": "#/$defs/duration" }, "connectTimeout": { "$ref": "#/$defs/duration" }, "redirects": { "type": "integer", "minimum": 0 }, "http2": { "type": "boolean" }, "reuseConnections": { "enum": [true, "perIteration"] }, "cookies": { "type": "boolean" }, "keepCookies": { "type": "boolean" }, "maxBodySize": { "$ref": "#/$defs/size" }, "proxy": { "type": "string", "minLength": 1 }, "tls": { "type": "object", "additionalProperties": false, "properties": { "verify": { "type": "boolean" }, "ca": { "type": "string", "minLength": 1 }, "cert": { "type": "string", "minLength": 1 }, "key": { "type": "string", "minLength": 1 }, "minVersion": { "type": "string", "enum": ["TLSv1.2", "TLSv1.3"] } } }, "expect": { "$ref": "#/$defs/expect" } } }, "metric": { "anyOf": [{ "type": "string", "enum": ["counter", "gauge", "rate", "trend"] }, { "type": "object", "additionalProperties": false, "properties": { "type": { "type": "string", "enum": ["counter", "gauge", "rate", "trend"] }, "unit": { "type": "string", "enum": ["ms", "B"] } }, "required": ["type"] }] }, "threshold": { "anyOf": [{ "$ref": "#/$defs/condition" }, { "$ref": "#/$defs/requirement" }, { "type": "array", "items": { "anyOf": [{ "$ref": "#/$defs/condition" }, { "$ref": "#/$defs/requirement" }] }, "minItems": 1 }] }, "condition": { "type": "string" }, "requirement": { "type": "object", "additionalProperties": false, "properties": { "expect": { "$ref": "#/$defs/condition" }, "acceptable": { "$ref": "#/$defs/condition" }, "name": { "type": "string", "minLength": 1 }, "window": { "$ref": "#/$defs/duration" }, "abortOnFail": { "type": "boolean" }, "delayAbortEval": { "$ref": "#/$defs/duration" } }, "required": ["expect"] }, "scenario": { "type": "object", "additionalProperties": false, "properties": { "executor": { "type": "string", "enum": ["constant-vus", "ramping-vus", "constant-arrival-rate", "ramping-arrival-rate", "shared-iterations", "per-vu-iterations"] }, "vus": { "type": "integer", "minimum": 1 }, "iterations": { "type": "integer", "minimum": 1 }, "duration": { "$ref": "#/$defs/duration" }, "stages": { "type": "array", "items": { "$ref": "#/$defs/stage" }, "minItems": 1 }, "rate": { "$ref": "#/$defs/rate" }, "startRate": { "type": "number", "minimum": 0 }, "timeUnit": { "$ref": "#/$defs/duration" }, "preAllocatedVUs": { "type": "integer", "minimum": 0 }, "maxVUs": { "type": "integer", "minimum": 1 }, "startVUs": { "type": "integer", "minimum": 0 }, "spawnRate": { "type": "number", "exclusiveMinimum": 0 }, "maxDuration": { "$ref": "#/$defs/duration" }, "startTime": { "$ref": "#/$defs/duration" }, "gracefulStop": { "$ref": "#/$defs/duration" }, "gracefulRampDown": { "$ref": "#/$defs/duration" }, "pacing": { "$ref": "#/$defs/duration" }, "onStart": { "$ref": "#/$defs/steps" }, "onStop": { "$ref": "#/$defs/steps" }, "flow": { "type": "string", "minLength": 1 }, "steps": { "$ref": "#/$defs/steps" }, "tags": { "$ref": "#/$defs/tags" }, "vars": { "$ref": "#/$defs/vars" } } }, "steps": { "type": "array", "items": { "$ref": "#/$defs/step" } }, "step": { "anyOf": [{ "$ref": "#/$defs/requestStep" }, { "$ref": "#/$defs/thinkStep" }, { "$ref": "#/$defs/setStep" }, { "$ref": "#/$defs/chooseStep" }, { "$ref": "#/$defs/groupStep" }, { "$ref": "#/$defs/useStep" }, { "$ref": "#/$defs/recordStep" }, { "$ref": "#/$defs/repeatStep" }, { "$ref": "#/$defs/whileStep" }, { "$ref": "#/$defs/forEachStep" }, { "$ref": "#/$defs/ifStep" }, { "$ref": "#/$defs/parallelStep" }, { "$ref": "#/$defs/pollStep" }, { "$ref": "#/$defs/graphqlStep" }, { "$ref": "#/$defs/sseStep" }, { "$ref": "#/$defs/websocketStep" }, { "$ref": "#/$defs/logStep" }, { "$ref": "#/$defs/failStep" }, { "$ref": "#/$defs/abortStep" }] }, "branch": { "anyOf": [{ "$ref": "#/$defs/requestStep" }, { "$ref": "#/$defs/stepsBranch" }, { "$ref": "#/$defs/useStep" }] }, "stepsBranch": { "type": "object", "additionalProperties": false, "properties": { "weight": { "type": "number", "exclusiveMinimum": 0 }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["steps"] }, "requestStep": { "type": "object", "additionalProperties": false, "properties": { "get": { "type": "string", "minLength": 1 }, "post": { "type": "string", "minLength": 1 }, "put": { "type": "string", "minLength": 1 }, "patch": { "type": "string", "minLength": 1 }, "delete": { "type": "string", "minLength": 1 }, "head": { "type": "string", "minLength": 1 }, "options": { "type": "string", "minLength": 1 }, "request": { "type": "object", "additionalProperties": false, "properties": { "method": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]*$" }, "url": { "type": "string", "minLength": 1 } }, "required": ["method", "url"] }, "name": { "type": "string", "minLength": 1 }, "query": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } }, "headers": { "$ref": "#/$defs/headers" }, "json": {}, "form": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } }, "multipart": { "type": "object", "additionalProperties": {} }, "body": { "type": "string" }, "bodyFile": { "type": "string", "minLength": 1 }, "auth": { "$ref": "#/$defs/auth" }, "timeout": { "$ref": "#/$defs/duration" }, "redirects": { "type": "integer", "minimum": 0 }, "expect": { "$ref": "#/$defs/expect" }, "check": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "capture": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "tags": { "$ref": "#/$defs/tags" }, "if": { "type": ["string", "boolean", "number"] }, "retry": { "type": "object", "additionalProperties": false, "properties": { "max": { "type": "integer", "minimum": 1 }, "on": { "type": "array", "items": { "type": ["string", "number", "boolean"] }, "minItems": 1 }, "backoff": { "$ref": "#/$defs/duration" } } }, "weight": { "type": "number", "exclusiveMinimum": 0 } }, "oneOf": [{ "required": ["get"] }, { "required": ["post"] }, { "required": ["put"] }, { "required": ["patch"] }, { "required": ["delete"] }, { "required": ["head"] }, { "required": ["options"] }, { "required": ["request"] }] }, "thinkStep": { "type": "object", "additionalProperties": false, "properties": { "think": { "$ref": "#/$defs/think" } }, "required": ["think"] }, "setStep": { "type": "object", "additionalProperties": false, "properties": { "set": { "type": "object", "additionalProperties": {}, "minProperties": 1 } }, "required": ["set"] }, "chooseStep": { "type": "object", "additionalProperties": false, "properties": { "choose": { "type": "array", "items": { "$ref": "#/$defs/branch" }, "minItems": 1 }, "exact": { "type": "boolean" } }, "required": ["choose"] }, "groupStep": { "type": "object", "additionalProperties": false, "properties": { "group": { "type": "string", "minLength": 1 }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["group", "steps"] }, "useStep": { "type": "object", "additionalProperties": false, "properties": { "use": { "type": "string", "minLength": 1 }, "weight": { "type": "number", "exclusiveMinimum": 0 } }, "required": ["use"] }, "recordStep": { "type": "object", "additionalProperties": false, "properties": { "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 } }, "required": ["record"] }, "repeatStep": { "type": "object", "additionalProperties": false, "properties": { "repeat": { "type": ["string", "boolean", "number"] }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["repeat", "steps"] }, "whileStep": { "type": "object", "additionalProperties": false, "properties": { "while": { "type": ["string", "boolean", "number"] }, "limit": { "type": "integer", "minimum": 1 }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["while", "steps"] }, "forEachStep": { "type": "object", "additionalProperties": false, "properties": { "forEach": { "type": ["string", "boolean", "number"] }, "as": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "limit": { "type": "integer", "minimum": 1 }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["forEach", "steps"] }, "ifStep": { "type": "object", "additionalProperties": false, "properties": { "if": { "type": ["string", "boolean", "number"] }, "then": { "$ref": "#/$defs/steps" }, "else": { "$ref": "#/$defs/steps" } }, "required": ["if", "then"] }, "parallelStep": { "type": "object", "additionalProperties": false, "properties": { "parallel": { "type": "array", "items": { "$ref": "#/$defs/requestStep" }, "minItems": 1 }, "connections": { "type": "integer", "minimum": 1 } }, "required": ["parallel"] }, "pollStep": { "type": "object", "additionalProperties": false, "properties": { "poll": { "type": "object", "additionalProperties": {} } }, "required": ["poll"] }, "graphqlStep": { "type": "object", "additionalProperties": false, "properties": { "graphql": { "type": "object", "additionalProperties": false, "properties": { "url": { "type": "string", "minLength": 1 }, "query": { "type": "string", "minLength": 1 }, "variables": { "type": "object", "additionalProperties": {} } }, "required": ["url", "query"] } }, "required": ["graphql"] }, "sseStep": { "type": "object", "additionalProperties": false, "properties": { "sse": { "type": "object", "additionalProperties": false, "properties": { "url": { "type": "string", "minLength": 1 }, "until": { "type": ["string", "boolean", "number"] }, "maxEvents": { "type": "integer", "minimum": 1 }, "timeout": { "$ref": "#/$defs/duration" } }, "required": ["url"] } }, "required": ["sse"] }, "websocketStep": { "type": "object", "additionalProperties": false, "properties": { "websocket": { "type": "object", "additionalProperties": false, "properties": { "url": { "type": "string", "minLength": 1 }, "send": { "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] }, "expect": { "type": ["string", "boolean", "number"] }, "duration": { "$ref": "#/$defs/duration" } }, "required": ["url"] } }, "required": ["websocket"] }, "logStep": { "type": "object", "additionalProperties": false, "properties": { "log": { "type": "string", "minLength": 1 } }, "required": ["log"] }, "failStep": { "type": "object", "additionalProperties": false, "properties": { "fail": { "type": "string", "minLength": 1 } }, "required": ["fail"] }, "abortStep": { "type": "object", "additionalProperties": false, "properties": { "abort": { "type": "string", "minLength": 1 } }, "required": ["abort"] } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern3 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate53.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      for (const key0 in data) {
        const _errs1 = errors;
        if (typeof key0 === "string") {
          if (!pattern3.test(key0)) {
            const err0 = { instancePath, schemaPath: "#/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, propertyName: key0 };
            if (vErrors === null) {
              vErrors = [err0];
            } else {
              vErrors.push(err0);
            }
            errors++;
          }
        }
        var valid0 = _errs1 === errors;
        if (!valid0) {
          const err1 = { instancePath, schemaPath: "#/propertyNames", keyword: "propertyNames", params: { propertyName: key0 } };
          if (vErrors === null) {
            vErrors = [err1];
          } else {
            vErrors.push(err1);
          }
          errors++;
          validate53.errors = vErrors;
          return false;
          break;
        }
      }
    } else {
      validate53.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate53.errors = vErrors;
  return errors === 0;
}
validate53.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema21 = { "type": "object", "additionalProperties": false, "properties": { "headers": { "$ref": "#/$defs/headers" }, "timeout": { "$ref": "#/$defs/duration" }, "connectTimeout": { "$ref": "#/$defs/duration" }, "redirects": { "type": "integer", "minimum": 0 }, "http2": { "type": "boolean" }, "reuseConnections": { "enum": [true, "perIteration"] }, "cookies": { "type": "boolean" }, "keepCookies": { "type": "boolean" }, "maxBodySize": { "$ref": "#/$defs/size" }, "proxy": { "type": "string", "minLength": 1 }, "tls": { "type": "object", "additionalProperties": false, "properties": { "verify": { "type": "boolean" }, "ca": { "type": "string", "minLength": 1 }, "cert": { "type": "string", "minLength": 1 }, "key": { "type": "string", "minLength": 1 }, "minVersion": { "type": "string", "enum": ["TLSv1.2", "TLSv1.3"] } } }, "expect": { "$ref": "#/$defs/expect" } } };
var schema22 = { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } };
function validate56(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate56.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      for (const key0 in data) {
        let data0 = data[key0];
        const _errs2 = errors;
        if (typeof data0 !== "string" && !(typeof data0 == "number" && isFinite(data0)) && typeof data0 !== "boolean") {
          validate56.errors = [{ instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/type", keyword: "type", params: { type: schema22.additionalProperties.type } }];
          return false;
        }
        var valid0 = _errs2 === errors;
        if (!valid0) {
          break;
        }
      }
    } else {
      validate56.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate56.errors = vErrors;
  return errors === 0;
}
validate56.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern4 = new RegExp("^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$", "u");
function validate58(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate58.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (typeof data === "string") {
      if (!pattern4.test(data)) {
        validate58.errors = [{ instancePath, schemaPath: "#/pattern", keyword: "pattern", params: { pattern: "^([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+$" } }];
        return false;
      }
    } else {
      validate58.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }];
      return false;
    }
  }
  validate58.errors = vErrors;
  return errors === 0;
}
validate58.evaluated = { "dynamicProps": false, "dynamicItems": false };
var pattern5 = new RegExp("^[0-9]+(\\.[0-9]+)? ?(B|kB|KB|MB|GB)$", "u");
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate61.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "integer" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (errors === _errs1) {
    if (typeof data == "number" && isFinite(data)) {
      if (data < 0 || isNaN(data)) {
        const err1 = { instancePath, schemaPath: "#/anyOf/0/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (typeof data === "string") {
      if (!pattern5.test(data)) {
        const err2 = { instancePath, schemaPath: "#/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?(B|kB|KB|MB|GB)$" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    } else {
      const err3 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "string" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const err4 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
    validate61.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate61.errors = vErrors;
  return errors === 0;
}
validate61.evaluated = { "dynamicProps": false, "dynamicItems": false };
var schema25 = { "type": "object", "additionalProperties": false, "properties": { "status": { "$ref": "#/$defs/statuses" }, "header": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] }, "minProperties": 1 }, "json": { "type": ["string", "boolean", "number"] }, "bodyContains": { "type": "string", "minLength": 1 }, "maxDuration": { "$ref": "#/$defs/duration" }, "tolerate": { "$ref": "#/$defs/statuses" } }, "minProperties": 1 };
var pattern6 = new RegExp("^([1-5]xx|[1-5][0-9][0-9](-[1-5][0-9][0-9])?)$", "u");
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate65.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!(typeof data == "number" && (!(data % 1) && !isNaN(data)) && isFinite(data))) {
    const err0 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "integer" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (errors === _errs1) {
    if (typeof data == "number" && isFinite(data)) {
      if (data > 599 || isNaN(data)) {
        const err1 = { instancePath, schemaPath: "#/anyOf/0/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      } else {
        if (data < 100 || isNaN(data)) {
          const err2 = { instancePath, schemaPath: "#/anyOf/0/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 } };
          if (vErrors === null) {
            vErrors = [err2];
          } else {
            vErrors.push(err2);
          }
          errors++;
        }
      }
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (typeof data === "string") {
      if (!pattern6.test(data)) {
        const err3 = { instancePath, schemaPath: "#/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^([1-5]xx|[1-5][0-9][0-9](-[1-5][0-9][0-9])?)$" } };
        if (vErrors === null) {
          vErrors = [err3];
        } else {
          vErrors.push(err3);
        }
        errors++;
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "string" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const err5 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err5];
    } else {
      vErrors.push(err5);
    }
    errors++;
    validate65.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate65.errors = vErrors;
  return errors === 0;
}
validate65.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate64(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate64.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate65(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs2 = errors;
  if (errors === _errs2) {
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err0 = { instancePath, schemaPath: "#/anyOf/1/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        var valid1 = true;
        const len0 = data.length;
        for (let i0 = 0; i0 < len0; i0++) {
          const _errs4 = errors;
          if (!validate65(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate65.errors : vErrors.concat(validate65.errors);
            errors = vErrors.length;
          }
          var valid1 = _errs4 === errors;
          if (!valid1) {
            break;
          }
        }
      }
    } else {
      const err1 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var items0 = true;
  }
  if (!valid0) {
    const err2 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err2];
    } else {
      vErrors.push(err2);
    }
    errors++;
    validate64.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate64.errors = vErrors;
  evaluated0.items = items0;
  return errors === 0;
}
validate64.evaluated = { "dynamicProps": false, "dynamicItems": true };
function validate63(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate63.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      if (Object.keys(data).length < 1) {
        validate63.errors = [{ instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "status" || key0 === "header" || key0 === "json" || key0 === "bodyContains" || key0 === "maxDuration" || key0 === "tolerate")) {
            validate63.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.status !== void 0) {
            const _errs2 = errors;
            if (!validate64(data.status, { instancePath: instancePath + "/status", parentData: data, parentDataProperty: "status", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.header !== void 0) {
              let data1 = data.header;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                  if (Object.keys(data1).length < 1) {
                    validate63.errors = [{ instancePath: instancePath + "/header", schemaPath: "#/properties/header/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                    return false;
                  } else {
                    for (const key1 in data1) {
                      let data2 = data1[key1];
                      const _errs6 = errors;
                      if (typeof data2 !== "string" && !(typeof data2 == "number" && isFinite(data2)) && typeof data2 !== "boolean") {
                        validate63.errors = [{ instancePath: instancePath + "/header/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/header/additionalProperties/type", keyword: "type", params: { type: schema25.properties.header.additionalProperties.type } }];
                        return false;
                      }
                      var valid1 = _errs6 === errors;
                      if (!valid1) {
                        break;
                      }
                    }
                  }
                } else {
                  validate63.errors = [{ instancePath: instancePath + "/header", schemaPath: "#/properties/header/type", keyword: "type", params: { type: "object" } }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.json !== void 0) {
                let data3 = data.json;
                const _errs8 = errors;
                if (typeof data3 !== "string" && typeof data3 !== "boolean" && !(typeof data3 == "number" && isFinite(data3))) {
                  validate63.errors = [{ instancePath: instancePath + "/json", schemaPath: "#/properties/json/type", keyword: "type", params: { type: schema25.properties.json.type } }];
                  return false;
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.bodyContains !== void 0) {
                  let data4 = data.bodyContains;
                  const _errs10 = errors;
                  if (errors === _errs10) {
                    if (typeof data4 === "string") {
                      if (func2(data4) < 1) {
                        validate63.errors = [{ instancePath: instancePath + "/bodyContains", schemaPath: "#/properties/bodyContains/minLength", keyword: "minLength", params: { limit: 1 } }];
                        return false;
                      }
                    } else {
                      validate63.errors = [{ instancePath: instancePath + "/bodyContains", schemaPath: "#/properties/bodyContains/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.maxDuration !== void 0) {
                    const _errs12 = errors;
                    if (!validate58(data.maxDuration, { instancePath: instancePath + "/maxDuration", parentData: data, parentDataProperty: "maxDuration", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs12 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.tolerate !== void 0) {
                      const _errs13 = errors;
                      if (!validate64(data.tolerate, { instancePath: instancePath + "/tolerate", parentData: data, parentDataProperty: "tolerate", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? validate64.errors : vErrors.concat(validate64.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs13 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate63.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate63.errors = vErrors;
  return errors === 0;
}
validate63.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate55.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs1 = errors;
      for (const key0 in data) {
        if (!func1.call(schema21.properties, key0)) {
          validate55.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
          return false;
          break;
        }
      }
      if (_errs1 === errors) {
        if (data.headers !== void 0) {
          const _errs2 = errors;
          if (!validate56(data.headers, { instancePath: instancePath + "/headers", parentData: data, parentDataProperty: "headers", rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
            errors = vErrors.length;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.timeout !== void 0) {
            const _errs3 = errors;
            if (!validate58(data.timeout, { instancePath: instancePath + "/timeout", parentData: data, parentDataProperty: "timeout", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.connectTimeout !== void 0) {
              const _errs4 = errors;
              if (!validate58(data.connectTimeout, { instancePath: instancePath + "/connectTimeout", parentData: data, parentDataProperty: "connectTimeout", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.redirects !== void 0) {
                let data3 = data.redirects;
                const _errs5 = errors;
                if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                  validate55.errors = [{ instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/type", keyword: "type", params: { type: "integer" } }];
                  return false;
                }
                if (errors === _errs5) {
                  if (typeof data3 == "number" && isFinite(data3)) {
                    if (data3 < 0 || isNaN(data3)) {
                      validate55.errors = [{ instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.http2 !== void 0) {
                  const _errs7 = errors;
                  if (typeof data.http2 !== "boolean") {
                    validate55.errors = [{ instancePath: instancePath + "/http2", schemaPath: "#/properties/http2/type", keyword: "type", params: { type: "boolean" } }];
                    return false;
                  }
                  var valid0 = _errs7 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.reuseConnections !== void 0) {
                    let data5 = data.reuseConnections;
                    const _errs9 = errors;
                    if (!(data5 === true || data5 === "perIteration")) {
                      validate55.errors = [{ instancePath: instancePath + "/reuseConnections", schemaPath: "#/properties/reuseConnections/enum", keyword: "enum", params: { allowedValues: schema21.properties.reuseConnections.enum } }];
                      return false;
                    }
                    var valid0 = _errs9 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.cookies !== void 0) {
                      const _errs10 = errors;
                      if (typeof data.cookies !== "boolean") {
                        validate55.errors = [{ instancePath: instancePath + "/cookies", schemaPath: "#/properties/cookies/type", keyword: "type", params: { type: "boolean" } }];
                        return false;
                      }
                      var valid0 = _errs10 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.keepCookies !== void 0) {
                        const _errs12 = errors;
                        if (typeof data.keepCookies !== "boolean") {
                          validate55.errors = [{ instancePath: instancePath + "/keepCookies", schemaPath: "#/properties/keepCookies/type", keyword: "type", params: { type: "boolean" } }];
                          return false;
                        }
                        var valid0 = _errs12 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.maxBodySize !== void 0) {
                          const _errs14 = errors;
                          if (!validate61(data.maxBodySize, { instancePath: instancePath + "/maxBodySize", parentData: data, parentDataProperty: "maxBodySize", rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
                            errors = vErrors.length;
                          }
                          var valid0 = _errs14 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.proxy !== void 0) {
                            let data9 = data.proxy;
                            const _errs15 = errors;
                            if (errors === _errs15) {
                              if (typeof data9 === "string") {
                                if (func2(data9) < 1) {
                                  validate55.errors = [{ instancePath: instancePath + "/proxy", schemaPath: "#/properties/proxy/minLength", keyword: "minLength", params: { limit: 1 } }];
                                  return false;
                                }
                              } else {
                                validate55.errors = [{ instancePath: instancePath + "/proxy", schemaPath: "#/properties/proxy/type", keyword: "type", params: { type: "string" } }];
                                return false;
                              }
                            }
                            var valid0 = _errs15 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.tls !== void 0) {
                              let data10 = data.tls;
                              const _errs17 = errors;
                              if (errors === _errs17) {
                                if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
                                  const _errs19 = errors;
                                  for (const key1 in data10) {
                                    if (!(key1 === "verify" || key1 === "ca" || key1 === "cert" || key1 === "key" || key1 === "minVersion")) {
                                      validate55.errors = [{ instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } }];
                                      return false;
                                      break;
                                    }
                                  }
                                  if (_errs19 === errors) {
                                    if (data10.verify !== void 0) {
                                      const _errs20 = errors;
                                      if (typeof data10.verify !== "boolean") {
                                        validate55.errors = [{ instancePath: instancePath + "/tls/verify", schemaPath: "#/properties/tls/properties/verify/type", keyword: "type", params: { type: "boolean" } }];
                                        return false;
                                      }
                                      var valid1 = _errs20 === errors;
                                    } else {
                                      var valid1 = true;
                                    }
                                    if (valid1) {
                                      if (data10.ca !== void 0) {
                                        let data12 = data10.ca;
                                        const _errs22 = errors;
                                        if (errors === _errs22) {
                                          if (typeof data12 === "string") {
                                            if (func2(data12) < 1) {
                                              validate55.errors = [{ instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/minLength", keyword: "minLength", params: { limit: 1 } }];
                                              return false;
                                            }
                                          } else {
                                            validate55.errors = [{ instancePath: instancePath + "/tls/ca", schemaPath: "#/properties/tls/properties/ca/type", keyword: "type", params: { type: "string" } }];
                                            return false;
                                          }
                                        }
                                        var valid1 = _errs22 === errors;
                                      } else {
                                        var valid1 = true;
                                      }
                                      if (valid1) {
                                        if (data10.cert !== void 0) {
                                          let data13 = data10.cert;
                                          const _errs24 = errors;
                                          if (errors === _errs24) {
                                            if (typeof data13 === "string") {
                                              if (func2(data13) < 1) {
                                                validate55.errors = [{ instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/minLength", keyword: "minLength", params: { limit: 1 } }];
                                                return false;
                                              }
                                            } else {
                                              validate55.errors = [{ instancePath: instancePath + "/tls/cert", schemaPath: "#/properties/tls/properties/cert/type", keyword: "type", params: { type: "string" } }];
                                              return false;
                                            }
                                          }
                                          var valid1 = _errs24 === errors;
                                        } else {
                                          var valid1 = true;
                                        }
                                        if (valid1) {
                                          if (data10.key !== void 0) {
                                            let data14 = data10.key;
                                            const _errs26 = errors;
                                            if (errors === _errs26) {
                                              if (typeof data14 === "string") {
                                                if (func2(data14) < 1) {
                                                  validate55.errors = [{ instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/minLength", keyword: "minLength", params: { limit: 1 } }];
                                                  return false;
                                                }
                                              } else {
                                                validate55.errors = [{ instancePath: instancePath + "/tls/key", schemaPath: "#/properties/tls/properties/key/type", keyword: "type", params: { type: "string" } }];
                                                return false;
                                              }
                                            }
                                            var valid1 = _errs26 === errors;
                                          } else {
                                            var valid1 = true;
                                          }
                                          if (valid1) {
                                            if (data10.minVersion !== void 0) {
                                              let data15 = data10.minVersion;
                                              const _errs28 = errors;
                                              if (typeof data15 !== "string") {
                                                validate55.errors = [{ instancePath: instancePath + "/tls/minVersion", schemaPath: "#/properties/tls/properties/minVersion/type", keyword: "type", params: { type: "string" } }];
                                                return false;
                                              }
                                              if (!(data15 === "TLSv1.2" || data15 === "TLSv1.3")) {
                                                validate55.errors = [{ instancePath: instancePath + "/tls/minVersion", schemaPath: "#/properties/tls/properties/minVersion/enum", keyword: "enum", params: { allowedValues: schema21.properties.tls.properties.minVersion.enum } }];
                                                return false;
                                              }
                                              var valid1 = _errs28 === errors;
                                            } else {
                                              var valid1 = true;
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                } else {
                                  validate55.errors = [{ instancePath: instancePath + "/tls", schemaPath: "#/properties/tls/type", keyword: "type", params: { type: "object" } }];
                                  return false;
                                }
                              }
                              var valid0 = _errs17 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.expect !== void 0) {
                                const _errs30 = errors;
                                if (!validate63(data.expect, { instancePath: instancePath + "/expect", parentData: data, parentDataProperty: "expect", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs30 === errors;
                              } else {
                                var valid0 = true;
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate55.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate55.errors = vErrors;
  return errors === 0;
}
validate55.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema28 = { "anyOf": [{ "type": "string", "enum": ["counter", "gauge", "rate", "trend"] }, { "type": "object", "additionalProperties": false, "properties": { "type": { "type": "string", "enum": ["counter", "gauge", "rate", "trend"] }, "unit": { "type": "string", "enum": ["ms", "B"] } }, "required": ["type"] }] };
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate73.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (typeof data !== "string") {
    const err0 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "string" } };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
  }
  if (!(data === "counter" || data === "gauge" || data === "rate" || data === "trend")) {
    const err1 = { instancePath, schemaPath: "#/anyOf/0/enum", keyword: "enum", params: { allowedValues: schema28.anyOf[0].enum } };
    if (vErrors === null) {
      vErrors = [err1];
    } else {
      vErrors.push(err1);
    }
    errors++;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.type === void 0 && (missing0 = "type")) {
        const err2 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: missing0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      } else {
        const _errs5 = errors;
        for (const key0 in data) {
          if (!(key0 === "type" || key0 === "unit")) {
            const err3 = { instancePath, schemaPath: "#/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
            break;
          }
        }
        if (_errs5 === errors) {
          if (data.type !== void 0) {
            let data0 = data.type;
            const _errs6 = errors;
            if (typeof data0 !== "string") {
              const err4 = { instancePath: instancePath + "/type", schemaPath: "#/anyOf/1/properties/type/type", keyword: "type", params: { type: "string" } };
              if (vErrors === null) {
                vErrors = [err4];
              } else {
                vErrors.push(err4);
              }
              errors++;
            }
            if (!(data0 === "counter" || data0 === "gauge" || data0 === "rate" || data0 === "trend")) {
              const err5 = { instancePath: instancePath + "/type", schemaPath: "#/anyOf/1/properties/type/enum", keyword: "enum", params: { allowedValues: schema28.anyOf[1].properties.type.enum } };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
            var valid1 = _errs6 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.unit !== void 0) {
              let data1 = data.unit;
              const _errs8 = errors;
              if (typeof data1 !== "string") {
                const err6 = { instancePath: instancePath + "/unit", schemaPath: "#/anyOf/1/properties/unit/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
              if (!(data1 === "ms" || data1 === "B")) {
                const err7 = { instancePath: instancePath + "/unit", schemaPath: "#/anyOf/1/properties/unit/enum", keyword: "enum", params: { allowedValues: schema28.anyOf[1].properties.unit.enum } };
                if (vErrors === null) {
                  vErrors = [err7];
                } else {
                  vErrors.push(err7);
                }
                errors++;
              }
              var valid1 = _errs8 === errors;
            } else {
              var valid1 = true;
            }
          }
        }
      }
    } else {
      const err8 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err8];
      } else {
        vErrors.push(err8);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  if (!valid0) {
    const err9 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err9];
    } else {
      vErrors.push(err9);
    }
    errors++;
    validate73.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate73.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate73.evaluated = { "dynamicProps": true, "dynamicItems": false };
var schema31 = { "type": "object", "additionalProperties": false, "properties": { "get": { "type": "string", "minLength": 1 }, "post": { "type": "string", "minLength": 1 }, "put": { "type": "string", "minLength": 1 }, "patch": { "type": "string", "minLength": 1 }, "delete": { "type": "string", "minLength": 1 }, "head": { "type": "string", "minLength": 1 }, "options": { "type": "string", "minLength": 1 }, "request": { "type": "object", "additionalProperties": false, "properties": { "method": { "type": "string", "pattern": "^[A-Za-z][A-Za-z0-9-]*$" }, "url": { "type": "string", "minLength": 1 } }, "required": ["method", "url"] }, "name": { "type": "string", "minLength": 1 }, "query": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } }, "headers": { "$ref": "#/$defs/headers" }, "json": {}, "form": { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } }, "multipart": { "type": "object", "additionalProperties": {} }, "body": { "type": "string" }, "bodyFile": { "type": "string", "minLength": 1 }, "auth": { "$ref": "#/$defs/auth" }, "timeout": { "$ref": "#/$defs/duration" }, "redirects": { "type": "integer", "minimum": 0 }, "expect": { "$ref": "#/$defs/expect" }, "check": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "capture": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 }, "tags": { "$ref": "#/$defs/tags" }, "if": { "type": ["string", "boolean", "number"] }, "retry": { "type": "object", "additionalProperties": false, "properties": { "max": { "type": "integer", "minimum": 1 }, "on": { "type": "array", "items": { "type": ["string", "number", "boolean"] }, "minItems": 1 }, "backoff": { "$ref": "#/$defs/duration" } } }, "weight": { "type": "number", "exclusiveMinimum": 0 } }, "oneOf": [{ "required": ["get"] }, { "required": ["post"] }, { "required": ["put"] }, { "required": ["patch"] }, { "required": ["delete"] }, { "required": ["head"] }, { "required": ["options"] }, { "required": ["request"] }] };
var pattern8 = new RegExp("^[A-Za-z][A-Za-z0-9-]*$", "u");
function validate80(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate80.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (errors === _errs1) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.bearer === void 0 && (missing0 = "bearer")) {
        const err0 = { instancePath, schemaPath: "#/anyOf/0/required", keyword: "required", params: { missingProperty: missing0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        const _errs3 = errors;
        for (const key0 in data) {
          if (!(key0 === "bearer")) {
            const err1 = { instancePath, schemaPath: "#/anyOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
            break;
          }
        }
        if (_errs3 === errors) {
          if (data.bearer !== void 0) {
            let data0 = data.bearer;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  const err2 = { instancePath: instancePath + "/bearer", schemaPath: "#/anyOf/0/properties/bearer/minLength", keyword: "minLength", params: { limit: 1 } };
                  if (vErrors === null) {
                    vErrors = [err2];
                  } else {
                    vErrors.push(err2);
                  }
                  errors++;
                }
              } else {
                const err3 = { instancePath: instancePath + "/bearer", schemaPath: "#/anyOf/0/properties/bearer/type", keyword: "type", params: { type: "string" } };
                if (vErrors === null) {
                  vErrors = [err3];
                } else {
                  vErrors.push(err3);
                }
                errors++;
              }
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs6 = errors;
  if (errors === _errs6) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.basic === void 0 && (missing1 = "basic")) {
        const err5 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: missing1 } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        const _errs8 = errors;
        for (const key1 in data) {
          if (!(key1 === "basic")) {
            const err6 = { instancePath, schemaPath: "#/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
            break;
          }
        }
        if (_errs8 === errors) {
          if (data.basic !== void 0) {
            let data1 = data.basic;
            const _errs9 = errors;
            if (errors === _errs9) {
              if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                let missing2;
                if (data1.username === void 0 && (missing2 = "username") || data1.password === void 0 && (missing2 = "password")) {
                  const err7 = { instancePath: instancePath + "/basic", schemaPath: "#/anyOf/1/properties/basic/required", keyword: "required", params: { missingProperty: missing2 } };
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                } else {
                  const _errs11 = errors;
                  for (const key2 in data1) {
                    if (!(key2 === "username" || key2 === "password")) {
                      const err8 = { instancePath: instancePath + "/basic", schemaPath: "#/anyOf/1/properties/basic/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } };
                      if (vErrors === null) {
                        vErrors = [err8];
                      } else {
                        vErrors.push(err8);
                      }
                      errors++;
                      break;
                    }
                  }
                  if (_errs11 === errors) {
                    if (data1.username !== void 0) {
                      const _errs12 = errors;
                      if (typeof data1.username !== "string") {
                        const err9 = { instancePath: instancePath + "/basic/username", schemaPath: "#/anyOf/1/properties/basic/properties/username/type", keyword: "type", params: { type: "string" } };
                        if (vErrors === null) {
                          vErrors = [err9];
                        } else {
                          vErrors.push(err9);
                        }
                        errors++;
                      }
                      var valid3 = _errs12 === errors;
                    } else {
                      var valid3 = true;
                    }
                    if (valid3) {
                      if (data1.password !== void 0) {
                        const _errs14 = errors;
                        if (typeof data1.password !== "string") {
                          const err10 = { instancePath: instancePath + "/basic/password", schemaPath: "#/anyOf/1/properties/basic/properties/password/type", keyword: "type", params: { type: "string" } };
                          if (vErrors === null) {
                            vErrors = [err10];
                          } else {
                            vErrors.push(err10);
                          }
                          errors++;
                        }
                        var valid3 = _errs14 === errors;
                      } else {
                        var valid3 = true;
                      }
                    }
                  }
                }
              } else {
                const err11 = { instancePath: instancePath + "/basic", schemaPath: "#/anyOf/1/properties/basic/type", keyword: "type", params: { type: "object" } };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
          }
        }
      }
    } else {
      const err12 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err12];
      } else {
        vErrors.push(err12);
      }
      errors++;
    }
  }
  var _valid0 = _errs6 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err13 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
    validate80.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate80.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate80.evaluated = { "dynamicProps": true, "dynamicItems": false };
var schema33 = { "type": "object", "additionalProperties": { "type": ["string", "number", "boolean"] } };
function validate84(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate84.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      for (const key0 in data) {
        let data0 = data[key0];
        const _errs2 = errors;
        if (typeof data0 !== "string" && !(typeof data0 == "number" && isFinite(data0)) && typeof data0 !== "boolean") {
          validate84.errors = [{ instancePath: instancePath + "/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/additionalProperties/type", keyword: "type", params: { type: schema33.additionalProperties.type } }];
          return false;
        }
        var valid0 = _errs2 === errors;
        if (!valid0) {
          break;
        }
      }
    } else {
      validate84.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate84.errors = vErrors;
  return errors === 0;
}
validate84.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate78(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate78.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs1 = errors;
  let valid0 = false;
  let passing0 = null;
  const _errs2 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing0;
    if (data.get === void 0 && (missing0 = "get")) {
      const err0 = { instancePath, schemaPath: "#/oneOf/0/required", keyword: "required", params: { missingProperty: missing0 } };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
  }
  var _valid0 = _errs2 === errors;
  if (_valid0) {
    valid0 = true;
    passing0 = 0;
  }
  const _errs3 = errors;
  if (data && typeof data == "object" && !Array.isArray(data)) {
    let missing1;
    if (data.post === void 0 && (missing1 = "post")) {
      const err1 = { instancePath, schemaPath: "#/oneOf/1/required", keyword: "required", params: { missingProperty: missing1 } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  if (_valid0 && valid0) {
    valid0 = false;
    passing0 = [passing0, 1];
  } else {
    if (_valid0) {
      valid0 = true;
      passing0 = 1;
    }
    const _errs4 = errors;
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing2;
      if (data.put === void 0 && (missing2 = "put")) {
        const err2 = { instancePath, schemaPath: "#/oneOf/2/required", keyword: "required", params: { missingProperty: missing2 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    var _valid0 = _errs4 === errors;
    if (_valid0 && valid0) {
      valid0 = false;
      passing0 = [passing0, 2];
    } else {
      if (_valid0) {
        valid0 = true;
        passing0 = 2;
      }
      const _errs5 = errors;
      if (data && typeof data == "object" && !Array.isArray(data)) {
        let missing3;
        if (data.patch === void 0 && (missing3 = "patch")) {
          const err3 = { instancePath, schemaPath: "#/oneOf/3/required", keyword: "required", params: { missingProperty: missing3 } };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      }
      var _valid0 = _errs5 === errors;
      if (_valid0 && valid0) {
        valid0 = false;
        passing0 = [passing0, 3];
      } else {
        if (_valid0) {
          valid0 = true;
          passing0 = 3;
        }
        const _errs6 = errors;
        if (data && typeof data == "object" && !Array.isArray(data)) {
          let missing4;
          if (data.delete === void 0 && (missing4 = "delete")) {
            const err4 = { instancePath, schemaPath: "#/oneOf/4/required", keyword: "required", params: { missingProperty: missing4 } };
            if (vErrors === null) {
              vErrors = [err4];
            } else {
              vErrors.push(err4);
            }
            errors++;
          }
        }
        var _valid0 = _errs6 === errors;
        if (_valid0 && valid0) {
          valid0 = false;
          passing0 = [passing0, 4];
        } else {
          if (_valid0) {
            valid0 = true;
            passing0 = 4;
          }
          const _errs7 = errors;
          if (data && typeof data == "object" && !Array.isArray(data)) {
            let missing5;
            if (data.head === void 0 && (missing5 = "head")) {
              const err5 = { instancePath, schemaPath: "#/oneOf/5/required", keyword: "required", params: { missingProperty: missing5 } };
              if (vErrors === null) {
                vErrors = [err5];
              } else {
                vErrors.push(err5);
              }
              errors++;
            }
          }
          var _valid0 = _errs7 === errors;
          if (_valid0 && valid0) {
            valid0 = false;
            passing0 = [passing0, 5];
          } else {
            if (_valid0) {
              valid0 = true;
              passing0 = 5;
            }
            const _errs8 = errors;
            if (data && typeof data == "object" && !Array.isArray(data)) {
              let missing6;
              if (data.options === void 0 && (missing6 = "options")) {
                const err6 = { instancePath, schemaPath: "#/oneOf/6/required", keyword: "required", params: { missingProperty: missing6 } };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            var _valid0 = _errs8 === errors;
            if (_valid0 && valid0) {
              valid0 = false;
              passing0 = [passing0, 6];
            } else {
              if (_valid0) {
                valid0 = true;
                passing0 = 6;
              }
              const _errs9 = errors;
              if (data && typeof data == "object" && !Array.isArray(data)) {
                let missing7;
                if (data.request === void 0 && (missing7 = "request")) {
                  const err7 = { instancePath, schemaPath: "#/oneOf/7/required", keyword: "required", params: { missingProperty: missing7 } };
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                }
              }
              var _valid0 = _errs9 === errors;
              if (_valid0 && valid0) {
                valid0 = false;
                passing0 = [passing0, 7];
              } else {
                if (_valid0) {
                  valid0 = true;
                  passing0 = 7;
                }
              }
            }
          }
        }
      }
    }
  }
  if (!valid0) {
    const err8 = { instancePath, schemaPath: "#/oneOf", keyword: "oneOf", params: { passingSchemas: passing0 } };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
    validate78.errors = vErrors;
    return false;
  } else {
    errors = _errs1;
    if (vErrors !== null) {
      if (_errs1) {
        vErrors.length = _errs1;
      } else {
        vErrors = null;
      }
    }
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs10 = errors;
      for (const key0 in data) {
        if (!func1.call(schema31.properties, key0)) {
          validate78.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
          return false;
          break;
        }
      }
      if (_errs10 === errors) {
        if (data.get !== void 0) {
          let data0 = data.get;
          const _errs11 = errors;
          if (errors === _errs11) {
            if (typeof data0 === "string") {
              if (func2(data0) < 1) {
                validate78.errors = [{ instancePath: instancePath + "/get", schemaPath: "#/properties/get/minLength", keyword: "minLength", params: { limit: 1 } }];
                return false;
              }
            } else {
              validate78.errors = [{ instancePath: instancePath + "/get", schemaPath: "#/properties/get/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid1 = _errs11 === errors;
        } else {
          var valid1 = true;
        }
        if (valid1) {
          if (data.post !== void 0) {
            let data1 = data.post;
            const _errs13 = errors;
            if (errors === _errs13) {
              if (typeof data1 === "string") {
                if (func2(data1) < 1) {
                  validate78.errors = [{ instancePath: instancePath + "/post", schemaPath: "#/properties/post/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate78.errors = [{ instancePath: instancePath + "/post", schemaPath: "#/properties/post/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid1 = _errs13 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.put !== void 0) {
              let data2 = data.put;
              const _errs15 = errors;
              if (errors === _errs15) {
                if (typeof data2 === "string") {
                  if (func2(data2) < 1) {
                    validate78.errors = [{ instancePath: instancePath + "/put", schemaPath: "#/properties/put/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                } else {
                  validate78.errors = [{ instancePath: instancePath + "/put", schemaPath: "#/properties/put/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid1 = _errs15 === errors;
            } else {
              var valid1 = true;
            }
            if (valid1) {
              if (data.patch !== void 0) {
                let data3 = data.patch;
                const _errs17 = errors;
                if (errors === _errs17) {
                  if (typeof data3 === "string") {
                    if (func2(data3) < 1) {
                      validate78.errors = [{ instancePath: instancePath + "/patch", schemaPath: "#/properties/patch/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  } else {
                    validate78.errors = [{ instancePath: instancePath + "/patch", schemaPath: "#/properties/patch/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid1 = _errs17 === errors;
              } else {
                var valid1 = true;
              }
              if (valid1) {
                if (data.delete !== void 0) {
                  let data4 = data.delete;
                  const _errs19 = errors;
                  if (errors === _errs19) {
                    if (typeof data4 === "string") {
                      if (func2(data4) < 1) {
                        validate78.errors = [{ instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/minLength", keyword: "minLength", params: { limit: 1 } }];
                        return false;
                      }
                    } else {
                      validate78.errors = [{ instancePath: instancePath + "/delete", schemaPath: "#/properties/delete/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                  }
                  var valid1 = _errs19 === errors;
                } else {
                  var valid1 = true;
                }
                if (valid1) {
                  if (data.head !== void 0) {
                    let data5 = data.head;
                    const _errs21 = errors;
                    if (errors === _errs21) {
                      if (typeof data5 === "string") {
                        if (func2(data5) < 1) {
                          validate78.errors = [{ instancePath: instancePath + "/head", schemaPath: "#/properties/head/minLength", keyword: "minLength", params: { limit: 1 } }];
                          return false;
                        }
                      } else {
                        validate78.errors = [{ instancePath: instancePath + "/head", schemaPath: "#/properties/head/type", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                    }
                    var valid1 = _errs21 === errors;
                  } else {
                    var valid1 = true;
                  }
                  if (valid1) {
                    if (data.options !== void 0) {
                      let data6 = data.options;
                      const _errs23 = errors;
                      if (errors === _errs23) {
                        if (typeof data6 === "string") {
                          if (func2(data6) < 1) {
                            validate78.errors = [{ instancePath: instancePath + "/options", schemaPath: "#/properties/options/minLength", keyword: "minLength", params: { limit: 1 } }];
                            return false;
                          }
                        } else {
                          validate78.errors = [{ instancePath: instancePath + "/options", schemaPath: "#/properties/options/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                      }
                      var valid1 = _errs23 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data.request !== void 0) {
                        let data7 = data.request;
                        const _errs25 = errors;
                        if (errors === _errs25) {
                          if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
                            let missing8;
                            if (data7.method === void 0 && (missing8 = "method") || data7.url === void 0 && (missing8 = "url")) {
                              validate78.errors = [{ instancePath: instancePath + "/request", schemaPath: "#/properties/request/required", keyword: "required", params: { missingProperty: missing8 } }];
                              return false;
                            } else {
                              const _errs27 = errors;
                              for (const key1 in data7) {
                                if (!(key1 === "method" || key1 === "url")) {
                                  validate78.errors = [{ instancePath: instancePath + "/request", schemaPath: "#/properties/request/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } }];
                                  return false;
                                  break;
                                }
                              }
                              if (_errs27 === errors) {
                                if (data7.method !== void 0) {
                                  let data8 = data7.method;
                                  const _errs28 = errors;
                                  if (errors === _errs28) {
                                    if (typeof data8 === "string") {
                                      if (!pattern8.test(data8)) {
                                        validate78.errors = [{ instancePath: instancePath + "/request/method", schemaPath: "#/properties/request/properties/method/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z][A-Za-z0-9-]*$" } }];
                                        return false;
                                      }
                                    } else {
                                      validate78.errors = [{ instancePath: instancePath + "/request/method", schemaPath: "#/properties/request/properties/method/type", keyword: "type", params: { type: "string" } }];
                                      return false;
                                    }
                                  }
                                  var valid2 = _errs28 === errors;
                                } else {
                                  var valid2 = true;
                                }
                                if (valid2) {
                                  if (data7.url !== void 0) {
                                    let data9 = data7.url;
                                    const _errs30 = errors;
                                    if (errors === _errs30) {
                                      if (typeof data9 === "string") {
                                        if (func2(data9) < 1) {
                                          validate78.errors = [{ instancePath: instancePath + "/request/url", schemaPath: "#/properties/request/properties/url/minLength", keyword: "minLength", params: { limit: 1 } }];
                                          return false;
                                        }
                                      } else {
                                        validate78.errors = [{ instancePath: instancePath + "/request/url", schemaPath: "#/properties/request/properties/url/type", keyword: "type", params: { type: "string" } }];
                                        return false;
                                      }
                                    }
                                    var valid2 = _errs30 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                }
                              }
                            }
                          } else {
                            validate78.errors = [{ instancePath: instancePath + "/request", schemaPath: "#/properties/request/type", keyword: "type", params: { type: "object" } }];
                            return false;
                          }
                        }
                        var valid1 = _errs25 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data.name !== void 0) {
                          let data10 = data.name;
                          const _errs32 = errors;
                          if (errors === _errs32) {
                            if (typeof data10 === "string") {
                              if (func2(data10) < 1) {
                                validate78.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } }];
                                return false;
                              }
                            } else {
                              validate78.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                          }
                          var valid1 = _errs32 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data.query !== void 0) {
                            let data11 = data.query;
                            const _errs34 = errors;
                            if (errors === _errs34) {
                              if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                                for (const key2 in data11) {
                                  let data12 = data11[key2];
                                  const _errs37 = errors;
                                  if (typeof data12 !== "string" && !(typeof data12 == "number" && isFinite(data12)) && typeof data12 !== "boolean") {
                                    validate78.errors = [{ instancePath: instancePath + "/query/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/query/additionalProperties/type", keyword: "type", params: { type: schema31.properties.query.additionalProperties.type } }];
                                    return false;
                                  }
                                  var valid3 = _errs37 === errors;
                                  if (!valid3) {
                                    break;
                                  }
                                }
                              } else {
                                validate78.errors = [{ instancePath: instancePath + "/query", schemaPath: "#/properties/query/type", keyword: "type", params: { type: "object" } }];
                                return false;
                              }
                            }
                            var valid1 = _errs34 === errors;
                          } else {
                            var valid1 = true;
                          }
                          if (valid1) {
                            if (data.headers !== void 0) {
                              const _errs39 = errors;
                              if (!validate56(data.headers, { instancePath: instancePath + "/headers", parentData: data, parentDataProperty: "headers", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? validate56.errors : vErrors.concat(validate56.errors);
                                errors = vErrors.length;
                              }
                              var valid1 = _errs39 === errors;
                            } else {
                              var valid1 = true;
                            }
                            if (valid1) {
                              if (data.form !== void 0) {
                                let data14 = data.form;
                                const _errs40 = errors;
                                if (errors === _errs40) {
                                  if (data14 && typeof data14 == "object" && !Array.isArray(data14)) {
                                    for (const key3 in data14) {
                                      let data15 = data14[key3];
                                      const _errs43 = errors;
                                      if (typeof data15 !== "string" && !(typeof data15 == "number" && isFinite(data15)) && typeof data15 !== "boolean") {
                                        validate78.errors = [{ instancePath: instancePath + "/form/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/form/additionalProperties/type", keyword: "type", params: { type: schema31.properties.form.additionalProperties.type } }];
                                        return false;
                                      }
                                      var valid4 = _errs43 === errors;
                                      if (!valid4) {
                                        break;
                                      }
                                    }
                                  } else {
                                    validate78.errors = [{ instancePath: instancePath + "/form", schemaPath: "#/properties/form/type", keyword: "type", params: { type: "object" } }];
                                    return false;
                                  }
                                }
                                var valid1 = _errs40 === errors;
                              } else {
                                var valid1 = true;
                              }
                              if (valid1) {
                                if (data.multipart !== void 0) {
                                  let data16 = data.multipart;
                                  const _errs45 = errors;
                                  if (errors === _errs45) {
                                    if (data16 && typeof data16 == "object" && !Array.isArray(data16)) {
                                    } else {
                                      validate78.errors = [{ instancePath: instancePath + "/multipart", schemaPath: "#/properties/multipart/type", keyword: "type", params: { type: "object" } }];
                                      return false;
                                    }
                                  }
                                  var valid1 = _errs45 === errors;
                                } else {
                                  var valid1 = true;
                                }
                                if (valid1) {
                                  if (data.body !== void 0) {
                                    const _errs48 = errors;
                                    if (typeof data.body !== "string") {
                                      validate78.errors = [{ instancePath: instancePath + "/body", schemaPath: "#/properties/body/type", keyword: "type", params: { type: "string" } }];
                                      return false;
                                    }
                                    var valid1 = _errs48 === errors;
                                  } else {
                                    var valid1 = true;
                                  }
                                  if (valid1) {
                                    if (data.bodyFile !== void 0) {
                                      let data18 = data.bodyFile;
                                      const _errs50 = errors;
                                      if (errors === _errs50) {
                                        if (typeof data18 === "string") {
                                          if (func2(data18) < 1) {
                                            validate78.errors = [{ instancePath: instancePath + "/bodyFile", schemaPath: "#/properties/bodyFile/minLength", keyword: "minLength", params: { limit: 1 } }];
                                            return false;
                                          }
                                        } else {
                                          validate78.errors = [{ instancePath: instancePath + "/bodyFile", schemaPath: "#/properties/bodyFile/type", keyword: "type", params: { type: "string" } }];
                                          return false;
                                        }
                                      }
                                      var valid1 = _errs50 === errors;
                                    } else {
                                      var valid1 = true;
                                    }
                                    if (valid1) {
                                      if (data.auth !== void 0) {
                                        const _errs52 = errors;
                                        if (!validate80(data.auth, { instancePath: instancePath + "/auth", parentData: data, parentDataProperty: "auth", rootData, dynamicAnchors })) {
                                          vErrors = vErrors === null ? validate80.errors : vErrors.concat(validate80.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid1 = _errs52 === errors;
                                      } else {
                                        var valid1 = true;
                                      }
                                      if (valid1) {
                                        if (data.timeout !== void 0) {
                                          const _errs53 = errors;
                                          if (!validate58(data.timeout, { instancePath: instancePath + "/timeout", parentData: data, parentDataProperty: "timeout", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid1 = _errs53 === errors;
                                        } else {
                                          var valid1 = true;
                                        }
                                        if (valid1) {
                                          if (data.redirects !== void 0) {
                                            let data21 = data.redirects;
                                            const _errs54 = errors;
                                            if (!(typeof data21 == "number" && (!(data21 % 1) && !isNaN(data21)) && isFinite(data21))) {
                                              validate78.errors = [{ instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/type", keyword: "type", params: { type: "integer" } }];
                                              return false;
                                            }
                                            if (errors === _errs54) {
                                              if (typeof data21 == "number" && isFinite(data21)) {
                                                if (data21 < 0 || isNaN(data21)) {
                                                  validate78.errors = [{ instancePath: instancePath + "/redirects", schemaPath: "#/properties/redirects/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                                                  return false;
                                                }
                                              }
                                            }
                                            var valid1 = _errs54 === errors;
                                          } else {
                                            var valid1 = true;
                                          }
                                          if (valid1) {
                                            if (data.expect !== void 0) {
                                              const _errs56 = errors;
                                              if (!validate63(data.expect, { instancePath: instancePath + "/expect", parentData: data, parentDataProperty: "expect", rootData, dynamicAnchors })) {
                                                vErrors = vErrors === null ? validate63.errors : vErrors.concat(validate63.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid1 = _errs56 === errors;
                                            } else {
                                              var valid1 = true;
                                            }
                                            if (valid1) {
                                              if (data.check !== void 0) {
                                                let data23 = data.check;
                                                const _errs57 = errors;
                                                if (errors === _errs57) {
                                                  if (data23 && typeof data23 == "object" && !Array.isArray(data23)) {
                                                    if (Object.keys(data23).length < 1) {
                                                      validate78.errors = [{ instancePath: instancePath + "/check", schemaPath: "#/properties/check/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                                      return false;
                                                    } else {
                                                      for (const key4 in data23) {
                                                        let data24 = data23[key4];
                                                        const _errs60 = errors;
                                                        if (typeof data24 !== "string" && typeof data24 !== "boolean" && !(typeof data24 == "number" && isFinite(data24))) {
                                                          validate78.errors = [{ instancePath: instancePath + "/check/" + key4.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/check/additionalProperties/type", keyword: "type", params: { type: schema31.properties.check.additionalProperties.type } }];
                                                          return false;
                                                        }
                                                        var valid5 = _errs60 === errors;
                                                        if (!valid5) {
                                                          break;
                                                        }
                                                      }
                                                    }
                                                  } else {
                                                    validate78.errors = [{ instancePath: instancePath + "/check", schemaPath: "#/properties/check/type", keyword: "type", params: { type: "object" } }];
                                                    return false;
                                                  }
                                                }
                                                var valid1 = _errs57 === errors;
                                              } else {
                                                var valid1 = true;
                                              }
                                              if (valid1) {
                                                if (data.capture !== void 0) {
                                                  let data25 = data.capture;
                                                  const _errs62 = errors;
                                                  if (errors === _errs62) {
                                                    if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
                                                      if (Object.keys(data25).length < 1) {
                                                        validate78.errors = [{ instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                                        return false;
                                                      } else {
                                                        for (const key5 in data25) {
                                                          let data26 = data25[key5];
                                                          const _errs65 = errors;
                                                          if (typeof data26 !== "string" && typeof data26 !== "boolean" && !(typeof data26 == "number" && isFinite(data26))) {
                                                            validate78.errors = [{ instancePath: instancePath + "/capture/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/capture/additionalProperties/type", keyword: "type", params: { type: schema31.properties.capture.additionalProperties.type } }];
                                                            return false;
                                                          }
                                                          var valid6 = _errs65 === errors;
                                                          if (!valid6) {
                                                            break;
                                                          }
                                                        }
                                                      }
                                                    } else {
                                                      validate78.errors = [{ instancePath: instancePath + "/capture", schemaPath: "#/properties/capture/type", keyword: "type", params: { type: "object" } }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid1 = _errs62 === errors;
                                                } else {
                                                  var valid1 = true;
                                                }
                                                if (valid1) {
                                                  if (data.record !== void 0) {
                                                    let data27 = data.record;
                                                    const _errs67 = errors;
                                                    if (errors === _errs67) {
                                                      if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                                                        if (Object.keys(data27).length < 1) {
                                                          validate78.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                                          return false;
                                                        } else {
                                                          for (const key6 in data27) {
                                                            let data28 = data27[key6];
                                                            const _errs70 = errors;
                                                            if (typeof data28 !== "string" && typeof data28 !== "boolean" && !(typeof data28 == "number" && isFinite(data28))) {
                                                              validate78.errors = [{ instancePath: instancePath + "/record/" + key6.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/record/additionalProperties/type", keyword: "type", params: { type: schema31.properties.record.additionalProperties.type } }];
                                                              return false;
                                                            }
                                                            var valid7 = _errs70 === errors;
                                                            if (!valid7) {
                                                              break;
                                                            }
                                                          }
                                                        }
                                                      } else {
                                                        validate78.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/type", keyword: "type", params: { type: "object" } }];
                                                        return false;
                                                      }
                                                    }
                                                    var valid1 = _errs67 === errors;
                                                  } else {
                                                    var valid1 = true;
                                                  }
                                                  if (valid1) {
                                                    if (data.tags !== void 0) {
                                                      const _errs72 = errors;
                                                      if (!validate84(data.tags, { instancePath: instancePath + "/tags", parentData: data, parentDataProperty: "tags", rootData, dynamicAnchors })) {
                                                        vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
                                                        errors = vErrors.length;
                                                      }
                                                      var valid1 = _errs72 === errors;
                                                    } else {
                                                      var valid1 = true;
                                                    }
                                                    if (valid1) {
                                                      if (data.if !== void 0) {
                                                        let data30 = data.if;
                                                        const _errs73 = errors;
                                                        if (typeof data30 !== "string" && typeof data30 !== "boolean" && !(typeof data30 == "number" && isFinite(data30))) {
                                                          validate78.errors = [{ instancePath: instancePath + "/if", schemaPath: "#/properties/if/type", keyword: "type", params: { type: schema31.properties.if.type } }];
                                                          return false;
                                                        }
                                                        var valid1 = _errs73 === errors;
                                                      } else {
                                                        var valid1 = true;
                                                      }
                                                      if (valid1) {
                                                        if (data.retry !== void 0) {
                                                          let data31 = data.retry;
                                                          const _errs75 = errors;
                                                          if (errors === _errs75) {
                                                            if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
                                                              const _errs77 = errors;
                                                              for (const key7 in data31) {
                                                                if (!(key7 === "max" || key7 === "on" || key7 === "backoff")) {
                                                                  validate78.errors = [{ instancePath: instancePath + "/retry", schemaPath: "#/properties/retry/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 } }];
                                                                  return false;
                                                                  break;
                                                                }
                                                              }
                                                              if (_errs77 === errors) {
                                                                if (data31.max !== void 0) {
                                                                  let data32 = data31.max;
                                                                  const _errs78 = errors;
                                                                  if (!(typeof data32 == "number" && (!(data32 % 1) && !isNaN(data32)) && isFinite(data32))) {
                                                                    validate78.errors = [{ instancePath: instancePath + "/retry/max", schemaPath: "#/properties/retry/properties/max/type", keyword: "type", params: { type: "integer" } }];
                                                                    return false;
                                                                  }
                                                                  if (errors === _errs78) {
                                                                    if (typeof data32 == "number" && isFinite(data32)) {
                                                                      if (data32 < 1 || isNaN(data32)) {
                                                                        validate78.errors = [{ instancePath: instancePath + "/retry/max", schemaPath: "#/properties/retry/properties/max/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                                                                        return false;
                                                                      }
                                                                    }
                                                                  }
                                                                  var valid8 = _errs78 === errors;
                                                                } else {
                                                                  var valid8 = true;
                                                                }
                                                                if (valid8) {
                                                                  if (data31.on !== void 0) {
                                                                    let data33 = data31.on;
                                                                    const _errs80 = errors;
                                                                    if (errors === _errs80) {
                                                                      if (Array.isArray(data33)) {
                                                                        if (data33.length < 1) {
                                                                          validate78.errors = [{ instancePath: instancePath + "/retry/on", schemaPath: "#/properties/retry/properties/on/minItems", keyword: "minItems", params: { limit: 1 } }];
                                                                          return false;
                                                                        } else {
                                                                          var valid9 = true;
                                                                          const len0 = data33.length;
                                                                          for (let i0 = 0; i0 < len0; i0++) {
                                                                            let data34 = data33[i0];
                                                                            const _errs82 = errors;
                                                                            if (typeof data34 !== "string" && !(typeof data34 == "number" && isFinite(data34)) && typeof data34 !== "boolean") {
                                                                              validate78.errors = [{ instancePath: instancePath + "/retry/on/" + i0, schemaPath: "#/properties/retry/properties/on/items/type", keyword: "type", params: { type: schema31.properties.retry.properties.on.items.type } }];
                                                                              return false;
                                                                            }
                                                                            var valid9 = _errs82 === errors;
                                                                            if (!valid9) {
                                                                              break;
                                                                            }
                                                                          }
                                                                        }
                                                                      } else {
                                                                        validate78.errors = [{ instancePath: instancePath + "/retry/on", schemaPath: "#/properties/retry/properties/on/type", keyword: "type", params: { type: "array" } }];
                                                                        return false;
                                                                      }
                                                                    }
                                                                    var valid8 = _errs80 === errors;
                                                                  } else {
                                                                    var valid8 = true;
                                                                  }
                                                                  if (valid8) {
                                                                    if (data31.backoff !== void 0) {
                                                                      const _errs84 = errors;
                                                                      if (!validate58(data31.backoff, { instancePath: instancePath + "/retry/backoff", parentData: data31, parentDataProperty: "backoff", rootData, dynamicAnchors })) {
                                                                        vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                                                                        errors = vErrors.length;
                                                                      }
                                                                      var valid8 = _errs84 === errors;
                                                                    } else {
                                                                      var valid8 = true;
                                                                    }
                                                                  }
                                                                }
                                                              }
                                                            } else {
                                                              validate78.errors = [{ instancePath: instancePath + "/retry", schemaPath: "#/properties/retry/type", keyword: "type", params: { type: "object" } }];
                                                              return false;
                                                            }
                                                          }
                                                          var valid1 = _errs75 === errors;
                                                        } else {
                                                          var valid1 = true;
                                                        }
                                                        if (valid1) {
                                                          if (data.weight !== void 0) {
                                                            let data36 = data.weight;
                                                            const _errs85 = errors;
                                                            if (errors === _errs85) {
                                                              if (typeof data36 == "number" && isFinite(data36)) {
                                                                if (data36 <= 0 || isNaN(data36)) {
                                                                  validate78.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } }];
                                                                  return false;
                                                                }
                                                              } else {
                                                                validate78.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "number" } }];
                                                                return false;
                                                              }
                                                            }
                                                            var valid1 = _errs85 === errors;
                                                          } else {
                                                            var valid1 = true;
                                                          }
                                                        }
                                                      }
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate78.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate78.errors = vErrors;
  return errors === 0;
}
validate78.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var pattern9 = new RegExp("^(([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+|.*\\$\\{.*\\}.*)$", "u");
function validate89(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate89.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (errors === _errs1) {
    if (typeof data === "string") {
      if (!pattern9.test(data)) {
        const err0 = { instancePath, schemaPath: "#/anyOf/0/pattern", keyword: "pattern", params: { pattern: "^(([0-9]+(\\.[0-9]+)?(ms|s|m|h|d))+|.*\\$\\{.*\\}.*)$" } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    } else {
      const err1 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "string" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.min === void 0 && (missing0 = "min") || data.max === void 0 && (missing0 = "max")) {
        const err2 = { instancePath, schemaPath: "#/anyOf/1/required", keyword: "required", params: { missingProperty: missing0 } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      } else {
        const _errs5 = errors;
        for (const key0 in data) {
          if (!(key0 === "min" || key0 === "max")) {
            const err3 = { instancePath, schemaPath: "#/anyOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } };
            if (vErrors === null) {
              vErrors = [err3];
            } else {
              vErrors.push(err3);
            }
            errors++;
            break;
          }
        }
        if (_errs5 === errors) {
          if (data.min !== void 0) {
            const _errs6 = errors;
            if (!validate58(data.min, { instancePath: instancePath + "/min", parentData: data, parentDataProperty: "min", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
              errors = vErrors.length;
            }
            var valid1 = _errs6 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.max !== void 0) {
              const _errs7 = errors;
              if (!validate58(data.max, { instancePath: instancePath + "/max", parentData: data, parentDataProperty: "max", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                errors = vErrors.length;
              }
              var valid1 = _errs7 === errors;
            } else {
              var valid1 = true;
            }
          }
        }
      }
    } else {
      const err4 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err4];
      } else {
        vErrors.push(err4);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs8 = errors;
  if (errors === _errs8) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing1;
      if (data.mean === void 0 && (missing1 = "mean") || data.sd === void 0 && (missing1 = "sd")) {
        const err5 = { instancePath, schemaPath: "#/anyOf/2/required", keyword: "required", params: { missingProperty: missing1 } };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      } else {
        const _errs10 = errors;
        for (const key1 in data) {
          if (!(key1 === "mean" || key1 === "sd")) {
            const err6 = { instancePath, schemaPath: "#/anyOf/2/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } };
            if (vErrors === null) {
              vErrors = [err6];
            } else {
              vErrors.push(err6);
            }
            errors++;
            break;
          }
        }
        if (_errs10 === errors) {
          if (data.mean !== void 0) {
            const _errs11 = errors;
            if (!validate58(data.mean, { instancePath: instancePath + "/mean", parentData: data, parentDataProperty: "mean", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
              errors = vErrors.length;
            }
            var valid2 = _errs11 === errors;
          } else {
            var valid2 = true;
          }
          if (valid2) {
            if (data.sd !== void 0) {
              const _errs12 = errors;
              if (!validate58(data.sd, { instancePath: instancePath + "/sd", parentData: data, parentDataProperty: "sd", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                errors = vErrors.length;
              }
              var valid2 = _errs12 === errors;
            } else {
              var valid2 = true;
            }
          }
        }
      }
    } else {
      const err7 = { instancePath, schemaPath: "#/anyOf/2/type", keyword: "type", params: { type: "object" } };
      if (vErrors === null) {
        vErrors = [err7];
      } else {
        vErrors.push(err7);
      }
      errors++;
    }
  }
  var _valid0 = _errs8 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err8 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err8];
    } else {
      vErrors.push(err8);
    }
    errors++;
    validate89.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate89.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate89.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate88(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate88.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.think === void 0 && (missing0 = "think")) {
        validate88.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "think")) {
            validate88.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.think !== void 0) {
            if (!validate89(data.think, { instancePath: instancePath + "/think", parentData: data, parentDataProperty: "think", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate89.errors : vErrors.concat(validate89.errors);
              errors = vErrors.length;
            }
          }
        }
      }
    } else {
      validate88.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate88.errors = vErrors;
  return errors === 0;
}
validate88.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate96(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate96.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.set === void 0 && (missing0 = "set")) {
        validate96.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "set")) {
            validate96.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.set !== void 0) {
            let data0 = data.set;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
                if (Object.keys(data0).length < 1) {
                  validate96.errors = [{ instancePath: instancePath + "/set", schemaPath: "#/properties/set/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate96.errors = [{ instancePath: instancePath + "/set", schemaPath: "#/properties/set/type", keyword: "type", params: { type: "object" } }];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate96.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate96.errors = vErrors;
  return errors === 0;
}
validate96.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var wrapper0 = { validate: validate76 };
function validate101(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate101.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.steps === void 0 && (missing0 = "steps")) {
        validate101.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "weight" || key0 === "steps")) {
            validate101.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.weight !== void 0) {
            let data0 = data.weight;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 == "number" && isFinite(data0)) {
                if (data0 <= 0 || isNaN(data0)) {
                  validate101.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } }];
                  return false;
                }
              } else {
                validate101.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "number" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.steps !== void 0) {
              const _errs4 = errors;
              if (!wrapper0.validate(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate101.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate101.errors = vErrors;
  return errors === 0;
}
validate101.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate103(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate103.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.use === void 0 && (missing0 = "use")) {
        validate103.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "use" || key0 === "weight")) {
            validate103.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.use !== void 0) {
            let data0 = data.use;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate103.errors = [{ instancePath: instancePath + "/use", schemaPath: "#/properties/use/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate103.errors = [{ instancePath: instancePath + "/use", schemaPath: "#/properties/use/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.weight !== void 0) {
              let data1 = data.weight;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 <= 0 || isNaN(data1)) {
                    validate103.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } }];
                    return false;
                  }
                } else {
                  validate103.errors = [{ instancePath: instancePath + "/weight", schemaPath: "#/properties/weight/type", keyword: "type", params: { type: "number" } }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate103.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate103.errors = vErrors;
  return errors === 0;
}
validate103.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate99(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate99.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate78(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs2 = errors;
  if (!validate101(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate101.errors : vErrors.concat(validate101.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs3 = errors;
  if (!validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err0 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
    validate99.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate99.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate99.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate98(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate98.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.choose === void 0 && (missing0 = "choose")) {
        validate98.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "choose" || key0 === "exact")) {
            validate98.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.choose !== void 0) {
            let data0 = data.choose;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length < 1) {
                  validate98.errors = [{ instancePath: instancePath + "/choose", schemaPath: "#/properties/choose/minItems", keyword: "minItems", params: { limit: 1 } }];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs4 = errors;
                    if (!validate99(data0[i0], { instancePath: instancePath + "/choose/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? validate99.errors : vErrors.concat(validate99.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs4 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate98.errors = [{ instancePath: instancePath + "/choose", schemaPath: "#/properties/choose/type", keyword: "type", params: { type: "array" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.exact !== void 0) {
              const _errs5 = errors;
              if (typeof data.exact !== "boolean") {
                validate98.errors = [{ instancePath: instancePath + "/exact", schemaPath: "#/properties/exact/type", keyword: "type", params: { type: "boolean" } }];
                return false;
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate98.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate98.errors = vErrors;
  return errors === 0;
}
validate98.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate107(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate107.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.group === void 0 && (missing0 = "group") || data.steps === void 0 && (missing0 = "steps")) {
        validate107.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "group" || key0 === "steps")) {
            validate107.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.group !== void 0) {
            let data0 = data.group;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate107.errors = [{ instancePath: instancePath + "/group", schemaPath: "#/properties/group/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate107.errors = [{ instancePath: instancePath + "/group", schemaPath: "#/properties/group/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.steps !== void 0) {
              const _errs4 = errors;
              if (!wrapper0.validate(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate107.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate107.errors = vErrors;
  return errors === 0;
}
validate107.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema42 = { "type": "object", "additionalProperties": false, "properties": { "record": { "type": "object", "additionalProperties": { "type": ["string", "boolean", "number"] }, "minProperties": 1 } }, "required": ["record"] };
function validate110(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate110.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.record === void 0 && (missing0 = "record")) {
        validate110.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "record")) {
            validate110.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.record !== void 0) {
            let data0 = data.record;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
                if (Object.keys(data0).length < 1) {
                  validate110.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                  return false;
                } else {
                  for (const key1 in data0) {
                    let data1 = data0[key1];
                    const _errs5 = errors;
                    if (typeof data1 !== "string" && typeof data1 !== "boolean" && !(typeof data1 == "number" && isFinite(data1))) {
                      validate110.errors = [{ instancePath: instancePath + "/record/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/record/additionalProperties/type", keyword: "type", params: { type: schema42.properties.record.additionalProperties.type } }];
                      return false;
                    }
                    var valid1 = _errs5 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate110.errors = [{ instancePath: instancePath + "/record", schemaPath: "#/properties/record/type", keyword: "type", params: { type: "object" } }];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate110.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate110.errors = vErrors;
  return errors === 0;
}
validate110.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema43 = { "type": "object", "additionalProperties": false, "properties": { "repeat": { "type": ["string", "boolean", "number"] }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["repeat", "steps"] };
function validate112(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate112.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.repeat === void 0 && (missing0 = "repeat") || data.steps === void 0 && (missing0 = "steps")) {
        validate112.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "repeat" || key0 === "steps")) {
            validate112.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.repeat !== void 0) {
            let data0 = data.repeat;
            const _errs2 = errors;
            if (typeof data0 !== "string" && typeof data0 !== "boolean" && !(typeof data0 == "number" && isFinite(data0))) {
              validate112.errors = [{ instancePath: instancePath + "/repeat", schemaPath: "#/properties/repeat/type", keyword: "type", params: { type: schema43.properties.repeat.type } }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.steps !== void 0) {
              const _errs4 = errors;
              if (!wrapper0.validate(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate112.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate112.errors = vErrors;
  return errors === 0;
}
validate112.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema44 = { "type": "object", "additionalProperties": false, "properties": { "while": { "type": ["string", "boolean", "number"] }, "limit": { "type": "integer", "minimum": 1 }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["while", "steps"] };
function validate114(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate114.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.while === void 0 && (missing0 = "while") || data.steps === void 0 && (missing0 = "steps")) {
        validate114.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "while" || key0 === "limit" || key0 === "steps")) {
            validate114.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.while !== void 0) {
            let data0 = data.while;
            const _errs2 = errors;
            if (typeof data0 !== "string" && typeof data0 !== "boolean" && !(typeof data0 == "number" && isFinite(data0))) {
              validate114.errors = [{ instancePath: instancePath + "/while", schemaPath: "#/properties/while/type", keyword: "type", params: { type: schema44.properties.while.type } }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.limit !== void 0) {
              let data1 = data.limit;
              const _errs4 = errors;
              if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
                validate114.errors = [{ instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" } }];
                return false;
              }
              if (errors === _errs4) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 < 1 || isNaN(data1)) {
                    validate114.errors = [{ instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                    return false;
                  }
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.steps !== void 0) {
                const _errs6 = errors;
                if (!wrapper0.validate(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate114.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate114.errors = vErrors;
  return errors === 0;
}
validate114.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema45 = { "type": "object", "additionalProperties": false, "properties": { "forEach": { "type": ["string", "boolean", "number"] }, "as": { "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "limit": { "type": "integer", "minimum": 1 }, "steps": { "$ref": "#/$defs/steps" } }, "required": ["forEach", "steps"] };
function validate116(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate116.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.forEach === void 0 && (missing0 = "forEach") || data.steps === void 0 && (missing0 = "steps")) {
        validate116.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "forEach" || key0 === "as" || key0 === "limit" || key0 === "steps")) {
            validate116.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.forEach !== void 0) {
            let data0 = data.forEach;
            const _errs2 = errors;
            if (typeof data0 !== "string" && typeof data0 !== "boolean" && !(typeof data0 == "number" && isFinite(data0))) {
              validate116.errors = [{ instancePath: instancePath + "/forEach", schemaPath: "#/properties/forEach/type", keyword: "type", params: { type: schema45.properties.forEach.type } }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.as !== void 0) {
              let data1 = data.as;
              const _errs4 = errors;
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (!pattern3.test(data1)) {
                    validate116.errors = [{ instancePath: instancePath + "/as", schemaPath: "#/properties/as/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" } }];
                    return false;
                  }
                } else {
                  validate116.errors = [{ instancePath: instancePath + "/as", schemaPath: "#/properties/as/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.limit !== void 0) {
                let data2 = data.limit;
                const _errs6 = errors;
                if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                  validate116.errors = [{ instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/type", keyword: "type", params: { type: "integer" } }];
                  return false;
                }
                if (errors === _errs6) {
                  if (typeof data2 == "number" && isFinite(data2)) {
                    if (data2 < 1 || isNaN(data2)) {
                      validate116.errors = [{ instancePath: instancePath + "/limit", schemaPath: "#/properties/limit/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs6 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.steps !== void 0) {
                  const _errs8 = errors;
                  if (!wrapper0.validate(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs8 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate116.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate116.errors = vErrors;
  return errors === 0;
}
validate116.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema46 = { "type": "object", "additionalProperties": false, "properties": { "if": { "type": ["string", "boolean", "number"] }, "then": { "$ref": "#/$defs/steps" }, "else": { "$ref": "#/$defs/steps" } }, "required": ["if", "then"] };
function validate118(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate118.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.if === void 0 && (missing0 = "if") || data.then === void 0 && (missing0 = "then")) {
        validate118.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "if" || key0 === "then" || key0 === "else")) {
            validate118.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.if !== void 0) {
            let data0 = data.if;
            const _errs2 = errors;
            if (typeof data0 !== "string" && typeof data0 !== "boolean" && !(typeof data0 == "number" && isFinite(data0))) {
              validate118.errors = [{ instancePath: instancePath + "/if", schemaPath: "#/properties/if/type", keyword: "type", params: { type: schema46.properties.if.type } }];
              return false;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.then !== void 0) {
              const _errs4 = errors;
              if (!wrapper0.validate(data.then, { instancePath: instancePath + "/then", parentData: data, parentDataProperty: "then", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs4 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.else !== void 0) {
                const _errs5 = errors;
                if (!wrapper0.validate(data.else, { instancePath: instancePath + "/else", parentData: data, parentDataProperty: "else", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? wrapper0.validate.errors : vErrors.concat(wrapper0.validate.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate118.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate118.errors = vErrors;
  return errors === 0;
}
validate118.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate120(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate120.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.parallel === void 0 && (missing0 = "parallel")) {
        validate120.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "parallel" || key0 === "connections")) {
            validate120.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.parallel !== void 0) {
            let data0 = data.parallel;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (Array.isArray(data0)) {
                if (data0.length < 1) {
                  validate120.errors = [{ instancePath: instancePath + "/parallel", schemaPath: "#/properties/parallel/minItems", keyword: "minItems", params: { limit: 1 } }];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data0.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs4 = errors;
                    if (!validate78(data0[i0], { instancePath: instancePath + "/parallel/" + i0, parentData: data0, parentDataProperty: i0, rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs4 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate120.errors = [{ instancePath: instancePath + "/parallel", schemaPath: "#/properties/parallel/type", keyword: "type", params: { type: "array" } }];
                return false;
              }
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.connections !== void 0) {
              let data2 = data.connections;
              const _errs5 = errors;
              if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                validate120.errors = [{ instancePath: instancePath + "/connections", schemaPath: "#/properties/connections/type", keyword: "type", params: { type: "integer" } }];
                return false;
              }
              if (errors === _errs5) {
                if (typeof data2 == "number" && isFinite(data2)) {
                  if (data2 < 1 || isNaN(data2)) {
                    validate120.errors = [{ instancePath: instancePath + "/connections", schemaPath: "#/properties/connections/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                    return false;
                  }
                }
              }
              var valid0 = _errs5 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate120.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate120.errors = vErrors;
  return errors === 0;
}
validate120.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate123(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate123.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.poll === void 0 && (missing0 = "poll")) {
        validate123.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "poll")) {
            validate123.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.poll !== void 0) {
            let data0 = data.poll;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
              } else {
                validate123.errors = [{ instancePath: instancePath + "/poll", schemaPath: "#/properties/poll/type", keyword: "type", params: { type: "object" } }];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate123.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate123.errors = vErrors;
  return errors === 0;
}
validate123.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate125(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate125.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.graphql === void 0 && (missing0 = "graphql")) {
        validate125.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "graphql")) {
            validate125.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.graphql !== void 0) {
            let data0 = data.graphql;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
                let missing1;
                if (data0.url === void 0 && (missing1 = "url") || data0.query === void 0 && (missing1 = "query")) {
                  validate125.errors = [{ instancePath: instancePath + "/graphql", schemaPath: "#/properties/graphql/required", keyword: "required", params: { missingProperty: missing1 } }];
                  return false;
                } else {
                  const _errs4 = errors;
                  for (const key1 in data0) {
                    if (!(key1 === "url" || key1 === "query" || key1 === "variables")) {
                      validate125.errors = [{ instancePath: instancePath + "/graphql", schemaPath: "#/properties/graphql/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } }];
                      return false;
                      break;
                    }
                  }
                  if (_errs4 === errors) {
                    if (data0.url !== void 0) {
                      let data1 = data0.url;
                      const _errs5 = errors;
                      if (errors === _errs5) {
                        if (typeof data1 === "string") {
                          if (func2(data1) < 1) {
                            validate125.errors = [{ instancePath: instancePath + "/graphql/url", schemaPath: "#/properties/graphql/properties/url/minLength", keyword: "minLength", params: { limit: 1 } }];
                            return false;
                          }
                        } else {
                          validate125.errors = [{ instancePath: instancePath + "/graphql/url", schemaPath: "#/properties/graphql/properties/url/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                      }
                      var valid1 = _errs5 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data0.query !== void 0) {
                        let data2 = data0.query;
                        const _errs7 = errors;
                        if (errors === _errs7) {
                          if (typeof data2 === "string") {
                            if (func2(data2) < 1) {
                              validate125.errors = [{ instancePath: instancePath + "/graphql/query", schemaPath: "#/properties/graphql/properties/query/minLength", keyword: "minLength", params: { limit: 1 } }];
                              return false;
                            }
                          } else {
                            validate125.errors = [{ instancePath: instancePath + "/graphql/query", schemaPath: "#/properties/graphql/properties/query/type", keyword: "type", params: { type: "string" } }];
                            return false;
                          }
                        }
                        var valid1 = _errs7 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data0.variables !== void 0) {
                          let data3 = data0.variables;
                          const _errs9 = errors;
                          if (errors === _errs9) {
                            if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                            } else {
                              validate125.errors = [{ instancePath: instancePath + "/graphql/variables", schemaPath: "#/properties/graphql/properties/variables/type", keyword: "type", params: { type: "object" } }];
                              return false;
                            }
                          }
                          var valid1 = _errs9 === errors;
                        } else {
                          var valid1 = true;
                        }
                      }
                    }
                  }
                }
              } else {
                validate125.errors = [{ instancePath: instancePath + "/graphql", schemaPath: "#/properties/graphql/type", keyword: "type", params: { type: "object" } }];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate125.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate125.errors = vErrors;
  return errors === 0;
}
validate125.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema50 = { "type": "object", "additionalProperties": false, "properties": { "sse": { "type": "object", "additionalProperties": false, "properties": { "url": { "type": "string", "minLength": 1 }, "until": { "type": ["string", "boolean", "number"] }, "maxEvents": { "type": "integer", "minimum": 1 }, "timeout": { "$ref": "#/$defs/duration" } }, "required": ["url"] } }, "required": ["sse"] };
function validate127(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate127.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.sse === void 0 && (missing0 = "sse")) {
        validate127.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "sse")) {
            validate127.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.sse !== void 0) {
            let data0 = data.sse;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
                let missing1;
                if (data0.url === void 0 && (missing1 = "url")) {
                  validate127.errors = [{ instancePath: instancePath + "/sse", schemaPath: "#/properties/sse/required", keyword: "required", params: { missingProperty: missing1 } }];
                  return false;
                } else {
                  const _errs4 = errors;
                  for (const key1 in data0) {
                    if (!(key1 === "url" || key1 === "until" || key1 === "maxEvents" || key1 === "timeout")) {
                      validate127.errors = [{ instancePath: instancePath + "/sse", schemaPath: "#/properties/sse/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } }];
                      return false;
                      break;
                    }
                  }
                  if (_errs4 === errors) {
                    if (data0.url !== void 0) {
                      let data1 = data0.url;
                      const _errs5 = errors;
                      if (errors === _errs5) {
                        if (typeof data1 === "string") {
                          if (func2(data1) < 1) {
                            validate127.errors = [{ instancePath: instancePath + "/sse/url", schemaPath: "#/properties/sse/properties/url/minLength", keyword: "minLength", params: { limit: 1 } }];
                            return false;
                          }
                        } else {
                          validate127.errors = [{ instancePath: instancePath + "/sse/url", schemaPath: "#/properties/sse/properties/url/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                      }
                      var valid1 = _errs5 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data0.until !== void 0) {
                        let data2 = data0.until;
                        const _errs7 = errors;
                        if (typeof data2 !== "string" && typeof data2 !== "boolean" && !(typeof data2 == "number" && isFinite(data2))) {
                          validate127.errors = [{ instancePath: instancePath + "/sse/until", schemaPath: "#/properties/sse/properties/until/type", keyword: "type", params: { type: schema50.properties.sse.properties.until.type } }];
                          return false;
                        }
                        var valid1 = _errs7 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data0.maxEvents !== void 0) {
                          let data3 = data0.maxEvents;
                          const _errs9 = errors;
                          if (!(typeof data3 == "number" && (!(data3 % 1) && !isNaN(data3)) && isFinite(data3))) {
                            validate127.errors = [{ instancePath: instancePath + "/sse/maxEvents", schemaPath: "#/properties/sse/properties/maxEvents/type", keyword: "type", params: { type: "integer" } }];
                            return false;
                          }
                          if (errors === _errs9) {
                            if (typeof data3 == "number" && isFinite(data3)) {
                              if (data3 < 1 || isNaN(data3)) {
                                validate127.errors = [{ instancePath: instancePath + "/sse/maxEvents", schemaPath: "#/properties/sse/properties/maxEvents/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                                return false;
                              }
                            }
                          }
                          var valid1 = _errs9 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data0.timeout !== void 0) {
                            const _errs11 = errors;
                            if (!validate58(data0.timeout, { instancePath: instancePath + "/sse/timeout", parentData: data0, parentDataProperty: "timeout", rootData, dynamicAnchors })) {
                              vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                              errors = vErrors.length;
                            }
                            var valid1 = _errs11 === errors;
                          } else {
                            var valid1 = true;
                          }
                        }
                      }
                    }
                  }
                }
              } else {
                validate127.errors = [{ instancePath: instancePath + "/sse", schemaPath: "#/properties/sse/type", keyword: "type", params: { type: "object" } }];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate127.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate127.errors = vErrors;
  return errors === 0;
}
validate127.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema51 = { "type": "object", "additionalProperties": false, "properties": { "websocket": { "type": "object", "additionalProperties": false, "properties": { "url": { "type": "string", "minLength": 1 }, "send": { "anyOf": [{ "type": "string" }, { "type": "array", "items": { "type": "string" } }] }, "expect": { "type": ["string", "boolean", "number"] }, "duration": { "$ref": "#/$defs/duration" } }, "required": ["url"] } }, "required": ["websocket"] };
function validate130(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate130.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.websocket === void 0 && (missing0 = "websocket")) {
        validate130.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "websocket")) {
            validate130.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.websocket !== void 0) {
            let data0 = data.websocket;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (data0 && typeof data0 == "object" && !Array.isArray(data0)) {
                let missing1;
                if (data0.url === void 0 && (missing1 = "url")) {
                  validate130.errors = [{ instancePath: instancePath + "/websocket", schemaPath: "#/properties/websocket/required", keyword: "required", params: { missingProperty: missing1 } }];
                  return false;
                } else {
                  const _errs4 = errors;
                  for (const key1 in data0) {
                    if (!(key1 === "url" || key1 === "send" || key1 === "expect" || key1 === "duration")) {
                      validate130.errors = [{ instancePath: instancePath + "/websocket", schemaPath: "#/properties/websocket/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 } }];
                      return false;
                      break;
                    }
                  }
                  if (_errs4 === errors) {
                    if (data0.url !== void 0) {
                      let data1 = data0.url;
                      const _errs5 = errors;
                      if (errors === _errs5) {
                        if (typeof data1 === "string") {
                          if (func2(data1) < 1) {
                            validate130.errors = [{ instancePath: instancePath + "/websocket/url", schemaPath: "#/properties/websocket/properties/url/minLength", keyword: "minLength", params: { limit: 1 } }];
                            return false;
                          }
                        } else {
                          validate130.errors = [{ instancePath: instancePath + "/websocket/url", schemaPath: "#/properties/websocket/properties/url/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                      }
                      var valid1 = _errs5 === errors;
                    } else {
                      var valid1 = true;
                    }
                    if (valid1) {
                      if (data0.send !== void 0) {
                        let data2 = data0.send;
                        const _errs7 = errors;
                        const _errs8 = errors;
                        let valid2 = false;
                        const _errs9 = errors;
                        if (typeof data2 !== "string") {
                          const err0 = { instancePath: instancePath + "/websocket/send", schemaPath: "#/properties/websocket/properties/send/anyOf/0/type", keyword: "type", params: { type: "string" } };
                          if (vErrors === null) {
                            vErrors = [err0];
                          } else {
                            vErrors.push(err0);
                          }
                          errors++;
                        }
                        var _valid0 = _errs9 === errors;
                        valid2 = valid2 || _valid0;
                        const _errs11 = errors;
                        if (errors === _errs11) {
                          if (Array.isArray(data2)) {
                            var valid3 = true;
                            const len0 = data2.length;
                            for (let i0 = 0; i0 < len0; i0++) {
                              const _errs13 = errors;
                              if (typeof data2[i0] !== "string") {
                                const err1 = { instancePath: instancePath + "/websocket/send/" + i0, schemaPath: "#/properties/websocket/properties/send/anyOf/1/items/type", keyword: "type", params: { type: "string" } };
                                if (vErrors === null) {
                                  vErrors = [err1];
                                } else {
                                  vErrors.push(err1);
                                }
                                errors++;
                              }
                              var valid3 = _errs13 === errors;
                              if (!valid3) {
                                break;
                              }
                            }
                          } else {
                            const err2 = { instancePath: instancePath + "/websocket/send", schemaPath: "#/properties/websocket/properties/send/anyOf/1/type", keyword: "type", params: { type: "array" } };
                            if (vErrors === null) {
                              vErrors = [err2];
                            } else {
                              vErrors.push(err2);
                            }
                            errors++;
                          }
                        }
                        var _valid0 = _errs11 === errors;
                        valid2 = valid2 || _valid0;
                        if (!valid2) {
                          const err3 = { instancePath: instancePath + "/websocket/send", schemaPath: "#/properties/websocket/properties/send/anyOf", keyword: "anyOf", params: {} };
                          if (vErrors === null) {
                            vErrors = [err3];
                          } else {
                            vErrors.push(err3);
                          }
                          errors++;
                          validate130.errors = vErrors;
                          return false;
                        } else {
                          errors = _errs8;
                          if (vErrors !== null) {
                            if (_errs8) {
                              vErrors.length = _errs8;
                            } else {
                              vErrors = null;
                            }
                          }
                        }
                        var valid1 = _errs7 === errors;
                      } else {
                        var valid1 = true;
                      }
                      if (valid1) {
                        if (data0.expect !== void 0) {
                          let data4 = data0.expect;
                          const _errs15 = errors;
                          if (typeof data4 !== "string" && typeof data4 !== "boolean" && !(typeof data4 == "number" && isFinite(data4))) {
                            validate130.errors = [{ instancePath: instancePath + "/websocket/expect", schemaPath: "#/properties/websocket/properties/expect/type", keyword: "type", params: { type: schema51.properties.websocket.properties.expect.type } }];
                            return false;
                          }
                          var valid1 = _errs15 === errors;
                        } else {
                          var valid1 = true;
                        }
                        if (valid1) {
                          if (data0.duration !== void 0) {
                            const _errs17 = errors;
                            if (!validate58(data0.duration, { instancePath: instancePath + "/websocket/duration", parentData: data0, parentDataProperty: "duration", rootData, dynamicAnchors })) {
                              vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                              errors = vErrors.length;
                            }
                            var valid1 = _errs17 === errors;
                          } else {
                            var valid1 = true;
                          }
                        }
                      }
                    }
                  }
                }
              } else {
                validate130.errors = [{ instancePath: instancePath + "/websocket", schemaPath: "#/properties/websocket/type", keyword: "type", params: { type: "object" } }];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate130.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate130.errors = vErrors;
  return errors === 0;
}
validate130.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate133(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate133.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.log === void 0 && (missing0 = "log")) {
        validate133.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "log")) {
            validate133.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.log !== void 0) {
            let data0 = data.log;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate133.errors = [{ instancePath: instancePath + "/log", schemaPath: "#/properties/log/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate133.errors = [{ instancePath: instancePath + "/log", schemaPath: "#/properties/log/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate133.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate133.errors = vErrors;
  return errors === 0;
}
validate133.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate135(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate135.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.fail === void 0 && (missing0 = "fail")) {
        validate135.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "fail")) {
            validate135.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.fail !== void 0) {
            let data0 = data.fail;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate135.errors = [{ instancePath: instancePath + "/fail", schemaPath: "#/properties/fail/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate135.errors = [{ instancePath: instancePath + "/fail", schemaPath: "#/properties/fail/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate135.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate135.errors = vErrors;
  return errors === 0;
}
validate135.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate137(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate137.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.abort === void 0 && (missing0 = "abort")) {
        validate137.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "abort")) {
            validate137.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.abort !== void 0) {
            let data0 = data.abort;
            const _errs2 = errors;
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) < 1) {
                  validate137.errors = [{ instancePath: instancePath + "/abort", schemaPath: "#/properties/abort/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate137.errors = [{ instancePath: instancePath + "/abort", schemaPath: "#/properties/abort/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
          }
        }
      }
    } else {
      validate137.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate137.errors = vErrors;
  return errors === 0;
}
validate137.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate77(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate77.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate78(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate78.errors : vErrors.concat(validate78.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs2 = errors;
  if (!validate88(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate88.errors : vErrors.concat(validate88.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs3 = errors;
  if (!validate96(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate96.errors : vErrors.concat(validate96.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs4 = errors;
  if (!validate98(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate98.errors : vErrors.concat(validate98.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs4 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs5 = errors;
  if (!validate107(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate107.errors : vErrors.concat(validate107.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs5 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs6 = errors;
  if (!validate103(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate103.errors : vErrors.concat(validate103.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs6 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs7 = errors;
  if (!validate110(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate110.errors : vErrors.concat(validate110.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs7 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs8 = errors;
  if (!validate112(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate112.errors : vErrors.concat(validate112.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs8 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs9 = errors;
  if (!validate114(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate114.errors : vErrors.concat(validate114.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs9 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs10 = errors;
  if (!validate116(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate116.errors : vErrors.concat(validate116.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs10 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs11 = errors;
  if (!validate118(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate118.errors : vErrors.concat(validate118.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs11 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs12 = errors;
  if (!validate120(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate120.errors : vErrors.concat(validate120.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs12 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs13 = errors;
  if (!validate123(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate123.errors : vErrors.concat(validate123.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs13 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs14 = errors;
  if (!validate125(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate125.errors : vErrors.concat(validate125.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs14 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs15 = errors;
  if (!validate127(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate127.errors : vErrors.concat(validate127.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs15 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs16 = errors;
  if (!validate130(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate130.errors : vErrors.concat(validate130.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs16 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs17 = errors;
  if (!validate133(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate133.errors : vErrors.concat(validate133.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs17 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs18 = errors;
  if (!validate135(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate135.errors : vErrors.concat(validate135.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs18 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  const _errs19 = errors;
  if (!validate137(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate137.errors : vErrors.concat(validate137.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs19 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    if (props0 !== true) {
      props0 = true;
    }
  }
  if (!valid0) {
    const err0 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err0];
    } else {
      vErrors.push(err0);
    }
    errors++;
    validate77.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate77.errors = vErrors;
  evaluated0.props = props0;
  return errors === 0;
}
validate77.evaluated = { "dynamicProps": true, "dynamicItems": false };
function validate76(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate76.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (Array.isArray(data)) {
      var valid0 = true;
      const len0 = data.length;
      for (let i0 = 0; i0 < len0; i0++) {
        const _errs1 = errors;
        if (!validate77(data[i0], { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
          vErrors = vErrors === null ? validate77.errors : vErrors.concat(validate77.errors);
          errors = vErrors.length;
        }
        var valid0 = _errs1 === errors;
        if (!valid0) {
          break;
        }
      }
    } else {
      validate76.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "array" } }];
      return false;
    }
  }
  validate76.errors = vErrors;
  return errors === 0;
}
validate76.evaluated = { "items": true, "dynamicProps": false, "dynamicItems": false };
function validate147(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate147.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.duration === void 0 && (missing0 = "duration") || data.target === void 0 && (missing0 = "target")) {
        validate147.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "duration" || key0 === "target" || key0 === "name")) {
            validate147.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.duration !== void 0) {
            const _errs2 = errors;
            if (!validate58(data.duration, { instancePath: instancePath + "/duration", parentData: data, parentDataProperty: "duration", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.target !== void 0) {
              let data1 = data.target;
              const _errs3 = errors;
              if (errors === _errs3) {
                if (typeof data1 == "number" && isFinite(data1)) {
                  if (data1 < 0 || isNaN(data1)) {
                    validate147.errors = [{ instancePath: instancePath + "/target", schemaPath: "#/properties/target/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                    return false;
                  }
                } else {
                  validate147.errors = [{ instancePath: instancePath + "/target", schemaPath: "#/properties/target/type", keyword: "type", params: { type: "number" } }];
                  return false;
                }
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.name !== void 0) {
                let data2 = data.name;
                const _errs5 = errors;
                if (errors === _errs5) {
                  if (typeof data2 === "string") {
                    if (func2(data2) < 1) {
                      validate147.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  } else {
                    validate147.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid0 = _errs5 === errors;
              } else {
                var valid0 = true;
              }
            }
          }
        }
      }
    } else {
      validate147.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate147.errors = vErrors;
  return errors === 0;
}
validate147.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var schema56 = { "type": "object", "additionalProperties": false, "properties": { "executor": { "type": "string", "enum": ["constant-vus", "ramping-vus", "constant-arrival-rate", "ramping-arrival-rate", "shared-iterations", "per-vu-iterations"] }, "vus": { "type": "integer", "minimum": 1 }, "iterations": { "type": "integer", "minimum": 1 }, "duration": { "$ref": "#/$defs/duration" }, "stages": { "type": "array", "items": { "$ref": "#/$defs/stage" }, "minItems": 1 }, "rate": { "$ref": "#/$defs/rate" }, "startRate": { "type": "number", "minimum": 0 }, "timeUnit": { "$ref": "#/$defs/duration" }, "preAllocatedVUs": { "type": "integer", "minimum": 0 }, "maxVUs": { "type": "integer", "minimum": 1 }, "startVUs": { "type": "integer", "minimum": 0 }, "spawnRate": { "type": "number", "exclusiveMinimum": 0 }, "maxDuration": { "$ref": "#/$defs/duration" }, "startTime": { "$ref": "#/$defs/duration" }, "gracefulStop": { "$ref": "#/$defs/duration" }, "gracefulRampDown": { "$ref": "#/$defs/duration" }, "pacing": { "$ref": "#/$defs/duration" }, "onStart": { "$ref": "#/$defs/steps" }, "onStop": { "$ref": "#/$defs/steps" }, "flow": { "type": "string", "minLength": 1 }, "steps": { "$ref": "#/$defs/steps" }, "tags": { "$ref": "#/$defs/tags" }, "vars": { "$ref": "#/$defs/vars" } } };
var pattern11 = new RegExp("^[0-9]+(\\.[0-9]+)? ?/ ?(s|min|h)$", "u");
function validate154(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate154.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (errors === _errs1) {
    if (typeof data == "number" && isFinite(data)) {
      if (data <= 0 || isNaN(data)) {
        const err0 = { instancePath, schemaPath: "#/anyOf/0/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      }
    } else {
      const err1 = { instancePath, schemaPath: "#/anyOf/0/type", keyword: "type", params: { type: "number" } };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs3 = errors;
  if (errors === _errs3) {
    if (typeof data === "string") {
      if (!pattern11.test(data)) {
        const err2 = { instancePath, schemaPath: "#/anyOf/1/pattern", keyword: "pattern", params: { pattern: "^[0-9]+(\\.[0-9]+)? ?/ ?(s|min|h)$" } };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    } else {
      const err3 = { instancePath, schemaPath: "#/anyOf/1/type", keyword: "type", params: { type: "string" } };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (!valid0) {
    const err4 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err4];
    } else {
      vErrors.push(err4);
    }
    errors++;
    validate154.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate154.errors = vErrors;
  return errors === 0;
}
validate154.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate151(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate151.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs1 = errors;
      for (const key0 in data) {
        if (!func1.call(schema56.properties, key0)) {
          validate151.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
          return false;
          break;
        }
      }
      if (_errs1 === errors) {
        if (data.executor !== void 0) {
          let data0 = data.executor;
          const _errs2 = errors;
          if (typeof data0 !== "string") {
            validate151.errors = [{ instancePath: instancePath + "/executor", schemaPath: "#/properties/executor/type", keyword: "type", params: { type: "string" } }];
            return false;
          }
          if (!(data0 === "constant-vus" || data0 === "ramping-vus" || data0 === "constant-arrival-rate" || data0 === "ramping-arrival-rate" || data0 === "shared-iterations" || data0 === "per-vu-iterations")) {
            validate151.errors = [{ instancePath: instancePath + "/executor", schemaPath: "#/properties/executor/enum", keyword: "enum", params: { allowedValues: schema56.properties.executor.enum } }];
            return false;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.vus !== void 0) {
            let data1 = data.vus;
            const _errs4 = errors;
            if (!(typeof data1 == "number" && (!(data1 % 1) && !isNaN(data1)) && isFinite(data1))) {
              validate151.errors = [{ instancePath: instancePath + "/vus", schemaPath: "#/properties/vus/type", keyword: "type", params: { type: "integer" } }];
              return false;
            }
            if (errors === _errs4) {
              if (typeof data1 == "number" && isFinite(data1)) {
                if (data1 < 1 || isNaN(data1)) {
                  validate151.errors = [{ instancePath: instancePath + "/vus", schemaPath: "#/properties/vus/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                  return false;
                }
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.iterations !== void 0) {
              let data2 = data.iterations;
              const _errs6 = errors;
              if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                validate151.errors = [{ instancePath: instancePath + "/iterations", schemaPath: "#/properties/iterations/type", keyword: "type", params: { type: "integer" } }];
                return false;
              }
              if (errors === _errs6) {
                if (typeof data2 == "number" && isFinite(data2)) {
                  if (data2 < 1 || isNaN(data2)) {
                    validate151.errors = [{ instancePath: instancePath + "/iterations", schemaPath: "#/properties/iterations/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                    return false;
                  }
                }
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.duration !== void 0) {
                const _errs8 = errors;
                if (!validate58(data.duration, { instancePath: instancePath + "/duration", parentData: data, parentDataProperty: "duration", rootData, dynamicAnchors })) {
                  vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                  errors = vErrors.length;
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.stages !== void 0) {
                  let data4 = data.stages;
                  const _errs9 = errors;
                  if (errors === _errs9) {
                    if (Array.isArray(data4)) {
                      if (data4.length < 1) {
                        validate151.errors = [{ instancePath: instancePath + "/stages", schemaPath: "#/properties/stages/minItems", keyword: "minItems", params: { limit: 1 } }];
                        return false;
                      } else {
                        var valid1 = true;
                        const len0 = data4.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          const _errs11 = errors;
                          if (!validate147(data4[i0], { instancePath: instancePath + "/stages/" + i0, parentData: data4, parentDataProperty: i0, rootData, dynamicAnchors })) {
                            vErrors = vErrors === null ? validate147.errors : vErrors.concat(validate147.errors);
                            errors = vErrors.length;
                          }
                          var valid1 = _errs11 === errors;
                          if (!valid1) {
                            break;
                          }
                        }
                      }
                    } else {
                      validate151.errors = [{ instancePath: instancePath + "/stages", schemaPath: "#/properties/stages/type", keyword: "type", params: { type: "array" } }];
                      return false;
                    }
                  }
                  var valid0 = _errs9 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.rate !== void 0) {
                    const _errs12 = errors;
                    if (!validate154(data.rate, { instancePath: instancePath + "/rate", parentData: data, parentDataProperty: "rate", rootData, dynamicAnchors })) {
                      vErrors = vErrors === null ? validate154.errors : vErrors.concat(validate154.errors);
                      errors = vErrors.length;
                    }
                    var valid0 = _errs12 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.startRate !== void 0) {
                      let data7 = data.startRate;
                      const _errs13 = errors;
                      if (errors === _errs13) {
                        if (typeof data7 == "number" && isFinite(data7)) {
                          if (data7 < 0 || isNaN(data7)) {
                            validate151.errors = [{ instancePath: instancePath + "/startRate", schemaPath: "#/properties/startRate/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                            return false;
                          }
                        } else {
                          validate151.errors = [{ instancePath: instancePath + "/startRate", schemaPath: "#/properties/startRate/type", keyword: "type", params: { type: "number" } }];
                          return false;
                        }
                      }
                      var valid0 = _errs13 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.timeUnit !== void 0) {
                        const _errs15 = errors;
                        if (!validate58(data.timeUnit, { instancePath: instancePath + "/timeUnit", parentData: data, parentDataProperty: "timeUnit", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs15 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.preAllocatedVUs !== void 0) {
                          let data9 = data.preAllocatedVUs;
                          const _errs16 = errors;
                          if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
                            validate151.errors = [{ instancePath: instancePath + "/preAllocatedVUs", schemaPath: "#/properties/preAllocatedVUs/type", keyword: "type", params: { type: "integer" } }];
                            return false;
                          }
                          if (errors === _errs16) {
                            if (typeof data9 == "number" && isFinite(data9)) {
                              if (data9 < 0 || isNaN(data9)) {
                                validate151.errors = [{ instancePath: instancePath + "/preAllocatedVUs", schemaPath: "#/properties/preAllocatedVUs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                                return false;
                              }
                            }
                          }
                          var valid0 = _errs16 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.maxVUs !== void 0) {
                            let data10 = data.maxVUs;
                            const _errs18 = errors;
                            if (!(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
                              validate151.errors = [{ instancePath: instancePath + "/maxVUs", schemaPath: "#/properties/maxVUs/type", keyword: "type", params: { type: "integer" } }];
                              return false;
                            }
                            if (errors === _errs18) {
                              if (typeof data10 == "number" && isFinite(data10)) {
                                if (data10 < 1 || isNaN(data10)) {
                                  validate151.errors = [{ instancePath: instancePath + "/maxVUs", schemaPath: "#/properties/maxVUs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                                  return false;
                                }
                              }
                            }
                            var valid0 = _errs18 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.startVUs !== void 0) {
                              let data11 = data.startVUs;
                              const _errs20 = errors;
                              if (!(typeof data11 == "number" && (!(data11 % 1) && !isNaN(data11)) && isFinite(data11))) {
                                validate151.errors = [{ instancePath: instancePath + "/startVUs", schemaPath: "#/properties/startVUs/type", keyword: "type", params: { type: "integer" } }];
                                return false;
                              }
                              if (errors === _errs20) {
                                if (typeof data11 == "number" && isFinite(data11)) {
                                  if (data11 < 0 || isNaN(data11)) {
                                    validate151.errors = [{ instancePath: instancePath + "/startVUs", schemaPath: "#/properties/startVUs/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                                    return false;
                                  }
                                }
                              }
                              var valid0 = _errs20 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.spawnRate !== void 0) {
                                let data12 = data.spawnRate;
                                const _errs22 = errors;
                                if (errors === _errs22) {
                                  if (typeof data12 == "number" && isFinite(data12)) {
                                    if (data12 <= 0 || isNaN(data12)) {
                                      validate151.errors = [{ instancePath: instancePath + "/spawnRate", schemaPath: "#/properties/spawnRate/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 } }];
                                      return false;
                                    }
                                  } else {
                                    validate151.errors = [{ instancePath: instancePath + "/spawnRate", schemaPath: "#/properties/spawnRate/type", keyword: "type", params: { type: "number" } }];
                                    return false;
                                  }
                                }
                                var valid0 = _errs22 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.maxDuration !== void 0) {
                                  const _errs24 = errors;
                                  if (!validate58(data.maxDuration, { instancePath: instancePath + "/maxDuration", parentData: data, parentDataProperty: "maxDuration", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs24 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.startTime !== void 0) {
                                    const _errs25 = errors;
                                    if (!validate58(data.startTime, { instancePath: instancePath + "/startTime", parentData: data, parentDataProperty: "startTime", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs25 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.gracefulStop !== void 0) {
                                      const _errs26 = errors;
                                      if (!validate58(data.gracefulStop, { instancePath: instancePath + "/gracefulStop", parentData: data, parentDataProperty: "gracefulStop", rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid0 = _errs26 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.gracefulRampDown !== void 0) {
                                        const _errs27 = errors;
                                        if (!validate58(data.gracefulRampDown, { instancePath: instancePath + "/gracefulRampDown", parentData: data, parentDataProperty: "gracefulRampDown", rootData, dynamicAnchors })) {
                                          vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid0 = _errs27 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.pacing !== void 0) {
                                          const _errs28 = errors;
                                          if (!validate58(data.pacing, { instancePath: instancePath + "/pacing", parentData: data, parentDataProperty: "pacing", rootData, dynamicAnchors })) {
                                            vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                                            errors = vErrors.length;
                                          }
                                          var valid0 = _errs28 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.onStart !== void 0) {
                                            const _errs29 = errors;
                                            if (!validate76(data.onStart, { instancePath: instancePath + "/onStart", parentData: data, parentDataProperty: "onStart", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid0 = _errs29 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.onStop !== void 0) {
                                              const _errs30 = errors;
                                              if (!validate76(data.onStop, { instancePath: instancePath + "/onStop", parentData: data, parentDataProperty: "onStop", rootData, dynamicAnchors })) {
                                                vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
                                                errors = vErrors.length;
                                              }
                                              var valid0 = _errs30 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.flow !== void 0) {
                                                let data20 = data.flow;
                                                const _errs31 = errors;
                                                if (errors === _errs31) {
                                                  if (typeof data20 === "string") {
                                                    if (func2(data20) < 1) {
                                                      validate151.errors = [{ instancePath: instancePath + "/flow", schemaPath: "#/properties/flow/minLength", keyword: "minLength", params: { limit: 1 } }];
                                                      return false;
                                                    }
                                                  } else {
                                                    validate151.errors = [{ instancePath: instancePath + "/flow", schemaPath: "#/properties/flow/type", keyword: "type", params: { type: "string" } }];
                                                    return false;
                                                  }
                                                }
                                                var valid0 = _errs31 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.steps !== void 0) {
                                                  const _errs33 = errors;
                                                  if (!validate76(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                                                    vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
                                                    errors = vErrors.length;
                                                  }
                                                  var valid0 = _errs33 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.tags !== void 0) {
                                                    const _errs34 = errors;
                                                    if (!validate84(data.tags, { instancePath: instancePath + "/tags", parentData: data, parentDataProperty: "tags", rootData, dynamicAnchors })) {
                                                      vErrors = vErrors === null ? validate84.errors : vErrors.concat(validate84.errors);
                                                      errors = vErrors.length;
                                                    }
                                                    var valid0 = _errs34 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    if (data.vars !== void 0) {
                                                      const _errs35 = errors;
                                                      if (!validate53(data.vars, { instancePath: instancePath + "/vars", parentData: data, parentDataProperty: "vars", rootData, dynamicAnchors })) {
                                                        vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                                                        errors = vErrors.length;
                                                      }
                                                      var valid0 = _errs35 === errors;
                                                    } else {
                                                      var valid0 = true;
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate151.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate151.errors = vErrors;
  return errors === 0;
}
validate151.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate169(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate169.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (typeof data !== "string") {
    validate169.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "string" } }];
    return false;
  }
  validate169.errors = vErrors;
  return errors === 0;
}
validate169.evaluated = { "dynamicProps": false, "dynamicItems": false };
function validate171(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate171.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.expect === void 0 && (missing0 = "expect")) {
        validate171.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        const _errs1 = errors;
        for (const key0 in data) {
          if (!(key0 === "expect" || key0 === "acceptable" || key0 === "name" || key0 === "window" || key0 === "abortOnFail" || key0 === "delayAbortEval")) {
            validate171.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
            return false;
            break;
          }
        }
        if (_errs1 === errors) {
          if (data.expect !== void 0) {
            const _errs2 = errors;
            if (!validate169(data.expect, { instancePath: instancePath + "/expect", parentData: data, parentDataProperty: "expect", rootData, dynamicAnchors })) {
              vErrors = vErrors === null ? validate169.errors : vErrors.concat(validate169.errors);
              errors = vErrors.length;
            }
            var valid0 = _errs2 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.acceptable !== void 0) {
              const _errs3 = errors;
              if (!validate169(data.acceptable, { instancePath: instancePath + "/acceptable", parentData: data, parentDataProperty: "acceptable", rootData, dynamicAnchors })) {
                vErrors = vErrors === null ? validate169.errors : vErrors.concat(validate169.errors);
                errors = vErrors.length;
              }
              var valid0 = _errs3 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.name !== void 0) {
                let data2 = data.name;
                const _errs4 = errors;
                if (errors === _errs4) {
                  if (typeof data2 === "string") {
                    if (func2(data2) < 1) {
                      validate171.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  } else {
                    validate171.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid0 = _errs4 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.window !== void 0) {
                  const _errs6 = errors;
                  if (!validate58(data.window, { instancePath: instancePath + "/window", parentData: data, parentDataProperty: "window", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs6 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.abortOnFail !== void 0) {
                    const _errs7 = errors;
                    if (typeof data.abortOnFail !== "boolean") {
                      validate171.errors = [{ instancePath: instancePath + "/abortOnFail", schemaPath: "#/properties/abortOnFail/type", keyword: "type", params: { type: "boolean" } }];
                      return false;
                    }
                    var valid0 = _errs7 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.delayAbortEval !== void 0) {
                      const _errs9 = errors;
                      if (!validate58(data.delayAbortEval, { instancePath: instancePath + "/delayAbortEval", parentData: data, parentDataProperty: "delayAbortEval", rootData, dynamicAnchors })) {
                        vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                        errors = vErrors.length;
                      }
                      var valid0 = _errs9 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate171.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate171.errors = vErrors;
  return errors === 0;
}
validate171.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
function validate168(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate168.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  const _errs0 = errors;
  let valid0 = false;
  const _errs1 = errors;
  if (!validate169(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate169.errors : vErrors.concat(validate169.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs1 === errors;
  valid0 = valid0 || _valid0;
  const _errs2 = errors;
  if (!validate171(data, { instancePath, parentData, parentDataProperty, rootData, dynamicAnchors })) {
    vErrors = vErrors === null ? validate171.errors : vErrors.concat(validate171.errors);
    errors = vErrors.length;
  }
  var _valid0 = _errs2 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var props0 = true;
  }
  const _errs3 = errors;
  if (errors === _errs3) {
    if (Array.isArray(data)) {
      if (data.length < 1) {
        const err0 = { instancePath, schemaPath: "#/anyOf/2/minItems", keyword: "minItems", params: { limit: 1 } };
        if (vErrors === null) {
          vErrors = [err0];
        } else {
          vErrors.push(err0);
        }
        errors++;
      } else {
        var valid1 = true;
        const len0 = data.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data0 = data[i0];
          const _errs5 = errors;
          const _errs6 = errors;
          let valid2 = false;
          const _errs7 = errors;
          if (!validate169(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate169.errors : vErrors.concat(validate169.errors);
            errors = vErrors.length;
          }
          var _valid1 = _errs7 === errors;
          valid2 = valid2 || _valid1;
          const _errs8 = errors;
          if (!validate171(data0, { instancePath: instancePath + "/" + i0, parentData: data, parentDataProperty: i0, rootData, dynamicAnchors })) {
            vErrors = vErrors === null ? validate171.errors : vErrors.concat(validate171.errors);
            errors = vErrors.length;
          }
          var _valid1 = _errs8 === errors;
          valid2 = valid2 || _valid1;
          if (!valid2) {
            const err1 = { instancePath: instancePath + "/" + i0, schemaPath: "#/anyOf/2/items/anyOf", keyword: "anyOf", params: {} };
            if (vErrors === null) {
              vErrors = [err1];
            } else {
              vErrors.push(err1);
            }
            errors++;
          } else {
            errors = _errs6;
            if (vErrors !== null) {
              if (_errs6) {
                vErrors.length = _errs6;
              } else {
                vErrors = null;
              }
            }
          }
          var valid1 = _errs5 === errors;
          if (!valid1) {
            break;
          }
        }
      }
    } else {
      const err2 = { instancePath, schemaPath: "#/anyOf/2/type", keyword: "type", params: { type: "array" } };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
  }
  var _valid0 = _errs3 === errors;
  valid0 = valid0 || _valid0;
  if (_valid0) {
    var items0 = true;
  }
  if (!valid0) {
    const err3 = { instancePath, schemaPath: "#/anyOf", keyword: "anyOf", params: {} };
    if (vErrors === null) {
      vErrors = [err3];
    } else {
      vErrors.push(err3);
    }
    errors++;
    validate168.errors = vErrors;
    return false;
  } else {
    errors = _errs0;
    if (vErrors !== null) {
      if (_errs0) {
        vErrors.length = _errs0;
      } else {
        vErrors = null;
      }
    }
  }
  validate168.errors = vErrors;
  evaluated0.props = props0;
  evaluated0.items = items0;
  return errors === 0;
}
validate168.evaluated = { "dynamicProps": true, "dynamicItems": true };
function validate52(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate52.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      const _errs1 = errors;
      for (const key0 in data) {
        if (!func1.call(schema19.properties, key0)) {
          validate52.errors = [{ instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 } }];
          return false;
          break;
        }
      }
      if (_errs1 === errors) {
        if (data.$schema !== void 0) {
          const _errs2 = errors;
          if (typeof data.$schema !== "string") {
            validate52.errors = [{ instancePath: instancePath + "/$schema", schemaPath: "#/properties/%24schema/type", keyword: "type", params: { type: "string" } }];
            return false;
          }
          var valid0 = _errs2 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.name !== void 0) {
            let data1 = data.name;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (typeof data1 === "string") {
                if (func2(data1) < 1) {
                  validate52.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              } else {
                validate52.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.description !== void 0) {
              const _errs6 = errors;
              if (typeof data.description !== "string") {
                validate52.errors = [{ instancePath: instancePath + "/description", schemaPath: "#/properties/description/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.baseUrl !== void 0) {
                let data3 = data.baseUrl;
                const _errs8 = errors;
                if (errors === _errs8) {
                  if (typeof data3 === "string") {
                    if (func2(data3) < 1) {
                      validate52.errors = [{ instancePath: instancePath + "/baseUrl", schemaPath: "#/properties/baseUrl/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  } else {
                    validate52.errors = [{ instancePath: instancePath + "/baseUrl", schemaPath: "#/properties/baseUrl/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.vars !== void 0) {
                  const _errs10 = errors;
                  if (!validate53(data.vars, { instancePath: instancePath + "/vars", parentData: data, parentDataProperty: "vars", rootData, dynamicAnchors })) {
                    vErrors = vErrors === null ? validate53.errors : vErrors.concat(validate53.errors);
                    errors = vErrors.length;
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.data !== void 0) {
                    let data5 = data.data;
                    const _errs11 = errors;
                    if (errors === _errs11) {
                      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
                        for (const key1 in data5) {
                          let data6 = data5[key1];
                          const _errs14 = errors;
                          if (errors === _errs14) {
                            if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                              const _errs16 = errors;
                              for (const key2 in data6) {
                                if (!(key2 === "file" || key2 === "values" || key2 === "pick" || key2 === "per" || key2 === "atEnd")) {
                                  validate52.errors = [{ instancePath: instancePath + "/data/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/data/additionalProperties/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 } }];
                                  return false;
                                  break;
                                }
                              }
                              if (_errs16 === errors) {
                                if (data6.file !== void 0) {
                                  let data7 = data6.file;
                                  const _errs17 = errors;
                                  if (errors === _errs17) {
                                    if (typeof data7 === "string") {
                                      if (func2(data7) < 1) {
                                        validate52.errors = [{ instancePath: instancePath + "/data/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/file", schemaPath: "#/properties/data/additionalProperties/properties/file/minLength", keyword: "minLength", params: { limit: 1 } }];
                                        return false;
                                      }
                                    } else {
                                      validate52.errors = [{ instancePath: instancePath + "/data/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/file", schemaPath: "#/properties/data/additionalProperties/properties/file/type", keyword: "type", params: { type: "string" } }];
                                      return false;
                                    }
                                  }
                                  var valid2 = _errs17 === errors;
                                } else {
                                  var valid2 = true;
                                }
                                if (valid2) {
                                  if (data6.values !== void 0) {
                                    const _errs19 = errors;
                                    if (errors === _errs19) {
                                      if (!Array.isArray(data6.values)) {
                                        validate52.errors = [{ instancePath: instancePath + "/data/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/values", schemaPath: "#/properties/data/additionalProperties/properties/values/type", keyword: "type", params: { type: "array" } }];
                                        return false;
                                      }
                                    }
                                    var valid2 = _errs19 === errors;
                                  } else {
                                    var valid2 = true;
                                  }
                                  if (valid2) {
                                    if (data6.pick !== void 0) {
                                      let data9 = data6.pick;
                                      const _errs21 = errors;
                                      if (typeof data9 !== "string") {
                                        validate52.errors = [{ instancePath: instancePath + "/data/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/pick", schemaPath: "#/properties/data/additionalProperties/properties/pick/type", keyword: "type", params: { type: "string" } }];
                                        return false;
                                      }
                                      if (!(data9 === "sequential" || data9 === "random" || data9 === "unique")) {
                                        validate52.errors = [{ instancePath: instancePath + "/data/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/pick", schemaPath: "#/properties/data/additionalProperties/properties/pick/enum", keyword: "enum", params: { allowedValues: schema19.properties.data.additionalProperties.properties.pick.enum } }];
                                        return false;
                                      }
                                      var valid2 = _errs21 === errors;
                                    } else {
                                      var valid2 = true;
                                    }
                                    if (valid2) {
                                      if (data6.per !== void 0) {
                                        let data10 = data6.per;
                                        const _errs23 = errors;
                                        if (typeof data10 !== "string") {
                                          validate52.errors = [{ instancePath: instancePath + "/data/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/per", schemaPath: "#/properties/data/additionalProperties/properties/per/type", keyword: "type", params: { type: "string" } }];
                                          return false;
                                        }
                                        if (!(data10 === "iteration" || data10 === "vu")) {
                                          validate52.errors = [{ instancePath: instancePath + "/data/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/per", schemaPath: "#/properties/data/additionalProperties/properties/per/enum", keyword: "enum", params: { allowedValues: schema19.properties.data.additionalProperties.properties.per.enum } }];
                                          return false;
                                        }
                                        var valid2 = _errs23 === errors;
                                      } else {
                                        var valid2 = true;
                                      }
                                      if (valid2) {
                                        if (data6.atEnd !== void 0) {
                                          let data11 = data6.atEnd;
                                          const _errs25 = errors;
                                          if (typeof data11 !== "string") {
                                            validate52.errors = [{ instancePath: instancePath + "/data/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/atEnd", schemaPath: "#/properties/data/additionalProperties/properties/atEnd/type", keyword: "type", params: { type: "string" } }];
                                            return false;
                                          }
                                          if (!(data11 === "recycle" || data11 === "stop" || data11 === "fail")) {
                                            validate52.errors = [{ instancePath: instancePath + "/data/" + key1.replace(/~/g, "~0").replace(/\//g, "~1") + "/atEnd", schemaPath: "#/properties/data/additionalProperties/properties/atEnd/enum", keyword: "enum", params: { allowedValues: schema19.properties.data.additionalProperties.properties.atEnd.enum } }];
                                            return false;
                                          }
                                          var valid2 = _errs25 === errors;
                                        } else {
                                          var valid2 = true;
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            } else {
                              validate52.errors = [{ instancePath: instancePath + "/data/" + key1.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/data/additionalProperties/type", keyword: "type", params: { type: "object" } }];
                              return false;
                            }
                          }
                          var valid1 = _errs14 === errors;
                          if (!valid1) {
                            break;
                          }
                        }
                      } else {
                        validate52.errors = [{ instancePath: instancePath + "/data", schemaPath: "#/properties/data/type", keyword: "type", params: { type: "object" } }];
                        return false;
                      }
                    }
                    var valid0 = _errs11 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.environments !== void 0) {
                      let data12 = data.environments;
                      const _errs27 = errors;
                      if (errors === _errs27) {
                        if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
                          for (const key3 in data12) {
                            let data13 = data12[key3];
                            const _errs30 = errors;
                            if (!(data13 && typeof data13 == "object" && !Array.isArray(data13))) {
                              validate52.errors = [{ instancePath: instancePath + "/environments/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/environments/additionalProperties/type", keyword: "type", params: { type: "object" } }];
                              return false;
                            }
                            var valid3 = _errs30 === errors;
                            if (!valid3) {
                              break;
                            }
                          }
                        } else {
                          validate52.errors = [{ instancePath: instancePath + "/environments", schemaPath: "#/properties/environments/type", keyword: "type", params: { type: "object" } }];
                          return false;
                        }
                      }
                      var valid0 = _errs27 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.http !== void 0) {
                        const _errs32 = errors;
                        if (!validate55(data.http, { instancePath: instancePath + "/http", parentData: data, parentDataProperty: "http", rootData, dynamicAnchors })) {
                          vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                          errors = vErrors.length;
                        }
                        var valid0 = _errs32 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.metrics !== void 0) {
                          let data15 = data.metrics;
                          const _errs33 = errors;
                          if (errors === _errs33) {
                            if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
                              for (const key4 in data15) {
                                const _errs35 = errors;
                                if (typeof key4 === "string") {
                                  if (!pattern3.test(key4)) {
                                    const err0 = { instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/propertyNames/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, propertyName: key4 };
                                    if (vErrors === null) {
                                      vErrors = [err0];
                                    } else {
                                      vErrors.push(err0);
                                    }
                                    errors++;
                                  }
                                }
                                var valid4 = _errs35 === errors;
                                if (!valid4) {
                                  const err1 = { instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/propertyNames", keyword: "propertyNames", params: { propertyName: key4 } };
                                  if (vErrors === null) {
                                    vErrors = [err1];
                                  } else {
                                    vErrors.push(err1);
                                  }
                                  errors++;
                                  validate52.errors = vErrors;
                                  return false;
                                  break;
                                }
                              }
                              if (valid4) {
                                for (const key5 in data15) {
                                  const _errs37 = errors;
                                  if (!validate73(data15[key5], { instancePath: instancePath + "/metrics/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data15, parentDataProperty: key5, rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? validate73.errors : vErrors.concat(validate73.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid5 = _errs37 === errors;
                                  if (!valid5) {
                                    break;
                                  }
                                }
                              }
                            } else {
                              validate52.errors = [{ instancePath: instancePath + "/metrics", schemaPath: "#/properties/metrics/type", keyword: "type", params: { type: "object" } }];
                              return false;
                            }
                          }
                          var valid0 = _errs33 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.refresh !== void 0) {
                            let data17 = data.refresh;
                            const _errs38 = errors;
                            if (errors === _errs38) {
                              if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
                                let missing0;
                                if (data17.every === void 0 && (missing0 = "every") || data17.steps === void 0 && (missing0 = "steps")) {
                                  validate52.errors = [{ instancePath: instancePath + "/refresh", schemaPath: "#/properties/refresh/required", keyword: "required", params: { missingProperty: missing0 } }];
                                  return false;
                                } else {
                                  const _errs40 = errors;
                                  for (const key6 in data17) {
                                    if (!(key6 === "every" || key6 === "steps")) {
                                      validate52.errors = [{ instancePath: instancePath + "/refresh", schemaPath: "#/properties/refresh/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 } }];
                                      return false;
                                      break;
                                    }
                                  }
                                  if (_errs40 === errors) {
                                    if (data17.every !== void 0) {
                                      const _errs41 = errors;
                                      if (!validate58(data17.every, { instancePath: instancePath + "/refresh/every", parentData: data17, parentDataProperty: "every", rootData, dynamicAnchors })) {
                                        vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                                        errors = vErrors.length;
                                      }
                                      var valid6 = _errs41 === errors;
                                    } else {
                                      var valid6 = true;
                                    }
                                    if (valid6) {
                                      if (data17.steps !== void 0) {
                                        const _errs42 = errors;
                                        if (!validate76(data17.steps, { instancePath: instancePath + "/refresh/steps", parentData: data17, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                                          vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
                                          errors = vErrors.length;
                                        }
                                        var valid6 = _errs42 === errors;
                                      } else {
                                        var valid6 = true;
                                      }
                                    }
                                  }
                                }
                              } else {
                                validate52.errors = [{ instancePath: instancePath + "/refresh", schemaPath: "#/properties/refresh/type", keyword: "type", params: { type: "object" } }];
                                return false;
                              }
                            }
                            var valid0 = _errs38 === errors;
                          } else {
                            var valid0 = true;
                          }
                          if (valid0) {
                            if (data.setup !== void 0) {
                              const _errs43 = errors;
                              if (!validate76(data.setup, { instancePath: instancePath + "/setup", parentData: data, parentDataProperty: "setup", rootData, dynamicAnchors })) {
                                vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
                                errors = vErrors.length;
                              }
                              var valid0 = _errs43 === errors;
                            } else {
                              var valid0 = true;
                            }
                            if (valid0) {
                              if (data.setupTimeout !== void 0) {
                                const _errs44 = errors;
                                if (!validate58(data.setupTimeout, { instancePath: instancePath + "/setupTimeout", parentData: data, parentDataProperty: "setupTimeout", rootData, dynamicAnchors })) {
                                  vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                                  errors = vErrors.length;
                                }
                                var valid0 = _errs44 === errors;
                              } else {
                                var valid0 = true;
                              }
                              if (valid0) {
                                if (data.teardown !== void 0) {
                                  const _errs45 = errors;
                                  if (!validate76(data.teardown, { instancePath: instancePath + "/teardown", parentData: data, parentDataProperty: "teardown", rootData, dynamicAnchors })) {
                                    vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
                                    errors = vErrors.length;
                                  }
                                  var valid0 = _errs45 === errors;
                                } else {
                                  var valid0 = true;
                                }
                                if (valid0) {
                                  if (data.teardownTimeout !== void 0) {
                                    const _errs46 = errors;
                                    if (!validate58(data.teardownTimeout, { instancePath: instancePath + "/teardownTimeout", parentData: data, parentDataProperty: "teardownTimeout", rootData, dynamicAnchors })) {
                                      vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                                      errors = vErrors.length;
                                    }
                                    var valid0 = _errs46 === errors;
                                  } else {
                                    var valid0 = true;
                                  }
                                  if (valid0) {
                                    if (data.flows !== void 0) {
                                      let data24 = data.flows;
                                      const _errs47 = errors;
                                      if (errors === _errs47) {
                                        if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
                                          for (const key7 in data24) {
                                            const _errs50 = errors;
                                            if (!validate76(data24[key7], { instancePath: instancePath + "/flows/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data24, parentDataProperty: key7, rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid7 = _errs50 === errors;
                                            if (!valid7) {
                                              break;
                                            }
                                          }
                                        } else {
                                          validate52.errors = [{ instancePath: instancePath + "/flows", schemaPath: "#/properties/flows/type", keyword: "type", params: { type: "object" } }];
                                          return false;
                                        }
                                      }
                                      var valid0 = _errs47 === errors;
                                    } else {
                                      var valid0 = true;
                                    }
                                    if (valid0) {
                                      if (data.vus !== void 0) {
                                        let data26 = data.vus;
                                        const _errs51 = errors;
                                        if (!(typeof data26 == "number" && (!(data26 % 1) && !isNaN(data26)) && isFinite(data26))) {
                                          validate52.errors = [{ instancePath: instancePath + "/vus", schemaPath: "#/properties/vus/type", keyword: "type", params: { type: "integer" } }];
                                          return false;
                                        }
                                        if (errors === _errs51) {
                                          if (typeof data26 == "number" && isFinite(data26)) {
                                            if (data26 < 1 || isNaN(data26)) {
                                              validate52.errors = [{ instancePath: instancePath + "/vus", schemaPath: "#/properties/vus/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                                              return false;
                                            }
                                          }
                                        }
                                        var valid0 = _errs51 === errors;
                                      } else {
                                        var valid0 = true;
                                      }
                                      if (valid0) {
                                        if (data.iterations !== void 0) {
                                          let data27 = data.iterations;
                                          const _errs53 = errors;
                                          if (!(typeof data27 == "number" && (!(data27 % 1) && !isNaN(data27)) && isFinite(data27))) {
                                            validate52.errors = [{ instancePath: instancePath + "/iterations", schemaPath: "#/properties/iterations/type", keyword: "type", params: { type: "integer" } }];
                                            return false;
                                          }
                                          if (errors === _errs53) {
                                            if (typeof data27 == "number" && isFinite(data27)) {
                                              if (data27 < 1 || isNaN(data27)) {
                                                validate52.errors = [{ instancePath: instancePath + "/iterations", schemaPath: "#/properties/iterations/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                                                return false;
                                              }
                                            }
                                          }
                                          var valid0 = _errs53 === errors;
                                        } else {
                                          var valid0 = true;
                                        }
                                        if (valid0) {
                                          if (data.duration !== void 0) {
                                            const _errs55 = errors;
                                            if (!validate58(data.duration, { instancePath: instancePath + "/duration", parentData: data, parentDataProperty: "duration", rootData, dynamicAnchors })) {
                                              vErrors = vErrors === null ? validate58.errors : vErrors.concat(validate58.errors);
                                              errors = vErrors.length;
                                            }
                                            var valid0 = _errs55 === errors;
                                          } else {
                                            var valid0 = true;
                                          }
                                          if (valid0) {
                                            if (data.stages !== void 0) {
                                              let data29 = data.stages;
                                              const _errs56 = errors;
                                              if (errors === _errs56) {
                                                if (Array.isArray(data29)) {
                                                  if (data29.length < 1) {
                                                    validate52.errors = [{ instancePath: instancePath + "/stages", schemaPath: "#/properties/stages/minItems", keyword: "minItems", params: { limit: 1 } }];
                                                    return false;
                                                  } else {
                                                    var valid8 = true;
                                                    const len0 = data29.length;
                                                    for (let i0 = 0; i0 < len0; i0++) {
                                                      const _errs58 = errors;
                                                      if (!validate147(data29[i0], { instancePath: instancePath + "/stages/" + i0, parentData: data29, parentDataProperty: i0, rootData, dynamicAnchors })) {
                                                        vErrors = vErrors === null ? validate147.errors : vErrors.concat(validate147.errors);
                                                        errors = vErrors.length;
                                                      }
                                                      var valid8 = _errs58 === errors;
                                                      if (!valid8) {
                                                        break;
                                                      }
                                                    }
                                                  }
                                                } else {
                                                  validate52.errors = [{ instancePath: instancePath + "/stages", schemaPath: "#/properties/stages/type", keyword: "type", params: { type: "array" } }];
                                                  return false;
                                                }
                                              }
                                              var valid0 = _errs56 === errors;
                                            } else {
                                              var valid0 = true;
                                            }
                                            if (valid0) {
                                              if (data.steps !== void 0) {
                                                const _errs59 = errors;
                                                if (!validate76(data.steps, { instancePath: instancePath + "/steps", parentData: data, parentDataProperty: "steps", rootData, dynamicAnchors })) {
                                                  vErrors = vErrors === null ? validate76.errors : vErrors.concat(validate76.errors);
                                                  errors = vErrors.length;
                                                }
                                                var valid0 = _errs59 === errors;
                                              } else {
                                                var valid0 = true;
                                              }
                                              if (valid0) {
                                                if (data.flow !== void 0) {
                                                  let data32 = data.flow;
                                                  const _errs60 = errors;
                                                  if (errors === _errs60) {
                                                    if (typeof data32 === "string") {
                                                      if (func2(data32) < 1) {
                                                        validate52.errors = [{ instancePath: instancePath + "/flow", schemaPath: "#/properties/flow/minLength", keyword: "minLength", params: { limit: 1 } }];
                                                        return false;
                                                      }
                                                    } else {
                                                      validate52.errors = [{ instancePath: instancePath + "/flow", schemaPath: "#/properties/flow/type", keyword: "type", params: { type: "string" } }];
                                                      return false;
                                                    }
                                                  }
                                                  var valid0 = _errs60 === errors;
                                                } else {
                                                  var valid0 = true;
                                                }
                                                if (valid0) {
                                                  if (data.scenarios !== void 0) {
                                                    let data33 = data.scenarios;
                                                    const _errs62 = errors;
                                                    if (errors === _errs62) {
                                                      if (data33 && typeof data33 == "object" && !Array.isArray(data33)) {
                                                        if (Object.keys(data33).length < 1) {
                                                          validate52.errors = [{ instancePath: instancePath + "/scenarios", schemaPath: "#/properties/scenarios/minProperties", keyword: "minProperties", params: { limit: 1 } }];
                                                          return false;
                                                        } else {
                                                          for (const key8 in data33) {
                                                            const _errs65 = errors;
                                                            if (!validate151(data33[key8], { instancePath: instancePath + "/scenarios/" + key8.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data33, parentDataProperty: key8, rootData, dynamicAnchors })) {
                                                              vErrors = vErrors === null ? validate151.errors : vErrors.concat(validate151.errors);
                                                              errors = vErrors.length;
                                                            }
                                                            var valid9 = _errs65 === errors;
                                                            if (!valid9) {
                                                              break;
                                                            }
                                                          }
                                                        }
                                                      } else {
                                                        validate52.errors = [{ instancePath: instancePath + "/scenarios", schemaPath: "#/properties/scenarios/type", keyword: "type", params: { type: "object" } }];
                                                        return false;
                                                      }
                                                    }
                                                    var valid0 = _errs62 === errors;
                                                  } else {
                                                    var valid0 = true;
                                                  }
                                                  if (valid0) {
                                                    if (data.thresholds !== void 0) {
                                                      let data35 = data.thresholds;
                                                      const _errs66 = errors;
                                                      if (errors === _errs66) {
                                                        if (data35 && typeof data35 == "object" && !Array.isArray(data35)) {
                                                          for (const key9 in data35) {
                                                            const _errs69 = errors;
                                                            if (!validate168(data35[key9], { instancePath: instancePath + "/thresholds/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"), parentData: data35, parentDataProperty: key9, rootData, dynamicAnchors })) {
                                                              vErrors = vErrors === null ? validate168.errors : vErrors.concat(validate168.errors);
                                                              errors = vErrors.length;
                                                            }
                                                            var valid10 = _errs69 === errors;
                                                            if (!valid10) {
                                                              break;
                                                            }
                                                          }
                                                        } else {
                                                          validate52.errors = [{ instancePath: instancePath + "/thresholds", schemaPath: "#/properties/thresholds/type", keyword: "type", params: { type: "object" } }];
                                                          return false;
                                                        }
                                                      }
                                                      var valid0 = _errs66 === errors;
                                                    } else {
                                                      var valid0 = true;
                                                    }
                                                  }
                                                }
                                              }
                                            }
                                          }
                                        }
                                      }
                                    }
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate52.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate52.errors = vErrors;
  return errors === 0;
}
validate52.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  stdin_default as default,
  validate
};
