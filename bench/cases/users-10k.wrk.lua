-- Each connection waits a second before each of its requests.
function delay()
  return 1000
end
