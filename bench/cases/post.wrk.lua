local number = 0
local headers = { ["content-type"] = "application/json" }

function request()
  number = number + 1
  local body = '{"customer":"acme","items":[{"id":7,"count":2},{"id":9,"count":1}],"note":"order ' .. number .. '"}'
  return wrk.format("POST", "/orders", headers, body)
end
