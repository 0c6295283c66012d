from locust import FastHttpUser, constant, task


class User(FastHttpUser):
    wait_time = constant(1)

    @task
    def request(self):
        self.client.get("/items/7", headers={"accept": "application/json"})
